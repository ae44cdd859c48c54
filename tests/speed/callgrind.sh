# shellcheck shell=bash
# Counts instructions, which are the same number on every run; to be sourced. Ends the test as skipped (77) without
# valgrind.

if ! command -v valgrind > /dev/null; then
  echo "SKIPPED: valgrind is not there, so instructions are not counted (./dev setup installs it)"
  exit 77
fi

# callgrind OPTION... PROGRAM ARGUMENT...: runs the program under the counter, without AVX2, which not every machine has
# and the C library uses where it can
callgrind() { GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-AVX2 valgrind --tool=callgrind "$@"; }
