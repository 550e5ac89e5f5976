# SPDX-License-Identifier: Apache-2.0
# Prints what zsh completes, by a terminal of its own. Arguments: the script, then the words; the cursor is at the end of the last one.
directory=${0:a:h}
zmodload zsh/zpty
zpty shell DIRECTORY=$directory SCRIPT=$1 zsh -f -i
zpty -w shell 'PS1=; source $DIRECTORY/within.zsh'
zpty -r shell seen '*shell-ready*'
shift
zpty -n -w shell "$*"$'\t'
zpty -r shell seen '*offers-end*'
print -r -- "$seen" | tr -d '\r' | sed -n 's/.*offer:\(.*\):.*/\1/p'
