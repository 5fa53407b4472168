usage() {
  cat <<'END'
Usage: voronka-operator COMMAND

Accounts and users:
  account create --name NAME --admin-login LOGIN [--admin-name NAME]
                                  a company and its first admin; prints the link through which the admin sets a password
  account list                    all companies
  user password-link LOGIN        a link to set a new password; the old one ends at once
  user remove-totp LOGIN          turn off the second factor of a user who has lost their phone

Data:
  backup [--verify] [--keep N] FILE|FOLDER
                                  everything in one file while the services serve: all schemas as of one moment, keys,
                                  configuration, files. --verify restores it under other names and compares. --keep
                                  deletes all but the N newest of the folder
  restore [--replace] [--configuration] [--until TIME [--binlogs FOLDER]] FILE
                                  put everything back; the services are down only at the end. --replace: although there
                                  are accounts here. --configuration: /etc/voronka too. --until: go on from the binary
                                  logs up to a moment such as '2026-03-01 14:30:00', local time
  upgrade-plan PACKAGE.deb        what a package that is not installed yet would change in the tables, and how long that
                                  takes; changes nothing
  check                           is everything in place, and does it serve?

As root. Exit status: 0 done, 1 failed, 2 the command line is wrong. More: /usr/share/doc/voronka/installation.md
END
}
