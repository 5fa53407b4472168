# Reads CTest's log and prints what failed: of a browser story the failed steps, of a GoogleTest program the failed
# tests, of any other program its last lines. The full output stands further up, and may be long.
#   awk -f tests/failures.awk build/tests/Testing/Temporary/LastTest.log
BEGIN { most = 40 }

function keep(line) {
  if (count == most) {
    for (i = 1; i < most; i++) lines[i] = lines[i + 1]
    count--
  }
  lines[++count] = line
}

# A step that failed, with its error, as `node --test` reports it.
function keep_step(line) {
  if (line ~ /^ *not ok /) in_step = 1
  if (in_step) steps = steps "  " line "\n"
  if (line ~ /^ *\.\.\.$/) in_step = 0
}

function show() {
  if (steps != "") {
    printf "%s", steps
    steps = ""
    shown = 1
    return
  }
  for (i = 1; i <= count; i++) print "  " lines[i]
  shown = 1
}

{ keep_step($0) }
/^[0-9]+\/[0-9]+ Testing: / { program = $3; shown = 0; count = 0; steps = ""; next }
/^\[ RUN      \]/ { count = 0; steps = "" }
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
