// SPDX-License-Identifier: Apache-2.0
/**
 * Scripts that complete command lines in bash, zsh and fish, written from the tree of commands.
 * {@link dev.longrun.cli.completion.CompletionScript} comes first.
 */
@NullMarked
package dev.longrun.cli.completion;

import org.jspecify.annotations.NullMarked;
