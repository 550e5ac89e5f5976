// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file whose writes and forces pass by a {@link SimulatedDisk}. What a journal does not need is not supported. */
final class SimulatedChannel extends FileChannel {
    private final FileChannel file;
    private final SimulatedDisk disk;
    private final SimulatedProcess process;

    SimulatedChannel(FileChannel file, SimulatedDisk disk, SimulatedProcess process) {
        this.file = file;
        this.disk = disk;
        this.process = process;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int wanted = source.remaining();
        int taken = process.isKilled() ? 0 : disk.writes(process, wanted);
        ByteBuffer part = source.slice(source.position(), taken);
        while (part.hasRemaining()) {
            file.write(part);
        }
        int said = process.isKilled() ? wanted : taken; // a process that was killed sees nothing
        source.position(source.position() + said);
        return said;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (!process.isKilled()) {
            file.force(metaData);
            disk.forced();
        }
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        file.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
