# Reads CTest's log and prints what failed: of a GoogleTest program the failed tests, of any other its last lines. The
# full output stands further up, and may be long.
#   awk -f tests/failures.awk build/tests/Testing/Temporary/LastTest.log
BEGIN { most = 40 }

function keep(line) {
  if (count == most) {
    for (i = 1; i < most; i++) lines[i] = lines[i + 1]
    count--
  }
  lines[++count] = line
}

function show() {
  for (i = 1; i <= count; i++) print "  " lines[i]
  shown = 1
}

/^[0-9]+\/[0-9]+ Testing: / { program = $3; shown = 0; count = 0; next }
/^\[ RUN      \]/ { count = 0 }
/^\[  FAILED  \] .* \([0-9]+ ms\)$/ {
  keep($0)
  print program ":"
  show()
  count = 0
  next
}
/^Test Failed\.$/ {
  if (!shown) {
    print program ":"
    show()
  }
  next
}
{ keep($0) }
