# SPDX-License-Identifier: Apache-2.0
# Prints what fish completes. Arguments: the script, then the words; the cursor is at the end of the last one.
source $argv[1]
complete -C"$argv[2..-1]" | string replace --regex "\\t.*" ""
true
