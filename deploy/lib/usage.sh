usage() {
  cat <<'END'
Usage: ./deploy/run [COMMAND]

A demo for this machine only; docs/installation.md sets up a company's own server.

Starts Voronka with a private database and a demo account, and keeps it running until Ctrl-C. On a fresh Debian 12 it
first installs the packages that are missing (as root or by sudo) and builds. Data are kept for the next start.

  --fresh       start over with an empty database
  demo SOLUTION [...]
                add an account with that solution (solutions/README.md), its people, and invented clients and deals in
                every stage. Further arguments: --seed 1, --deals 60
  story [...]   play the product's main job on the running system.
                Further arguments go to the story: --lang en, --take-within 3s
  story SOLUTION [--lang en]
                play what the rules of that solution tell, in its account
  status        what runs, and where it answers
  stop          stop what another terminal runs
  --help        this text

`demo` and `story` start a system for their own time if none runs.

Ports are chosen by VORONKA_CRM_PORT (7701), VORONKA_DISTRIBUTION_PORT (7702), VORONKA_NOTIFIER_PORT (7703),
VORONKA_GATEWAY_PORT (7700) and, for metrics, VORONKA_{CRM,DISTRIBUTION,NOTIFIER}_METRICS_PORT (7711, 7712, 7713). Data,
keys and logs lie in var/.
END
}
