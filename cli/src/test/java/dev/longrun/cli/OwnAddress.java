// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** An address of this machine that is not known to be one by its spelling. */
final class OwnAddress {
    private OwnAddress() {}

    /** Of a network interface, else the address that stands for any, which leads to this machine too. */
    static InetAddress get() throws SocketException, UnknownHostException {
        InetAddress any = InetAddress.getByName("0.0.0.0");
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElse(any);
    }
}
