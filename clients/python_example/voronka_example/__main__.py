"""A console that behaves like an app on a phone: shows the user's notifications and takes their answers. See
README.md."""
import argparse
import sys
import threading

import grpc

from .answers import Answers
from .channel import open_channel
from .cursor_file import CursorFile
from .device import register_push_token
from .inbox import Inbox
from .refusal import refusal_text
from .session import Session

_DEVICE = 'Python example'


def _options():
    parser = argparse.ArgumentParser(prog='run')
    parser.add_argument('--crm', default='127.0.0.1:7701')
    parser.add_argument('--notifier', default='127.0.0.1:7703')
    parser.add_argument('--server', help='in production: one address that serves all, with TLS')
    parser.add_argument('--login', default='boris@demo.voronka')
    parser.add_argument('--password', default='voronka-demo')
    parser.add_argument('--push-token')
    parser.add_argument('--cursor-file')
    return parser.parse_args()


def _say(done, call, *arguments):
    try:
        call(*arguments)
        print(done, flush=True)
    except grpc.RpcError as error:
        print(f'refused: {refusal_text(error)}', flush=True)


def _answer(line, inbox, answers):
    """`take 12`, `complete 12 Договорились`, `snooze 12 15`, `hide 12`."""
    verb, number, rest = (line.split(maxsplit=2) + ['', '', ''])[:3]
    shown = inbox.shown(int(number)) if number.isdecimal() else None
    if shown is None:
        print('no such notification is shown', flush=True)
    elif verb == 'take':
        _say('taken', answers.take, shown)
    elif verb == 'complete':
        _say('completed', answers.complete, shown, rest.strip())
    elif verb == 'snooze':
        _say('snoozed', answers.snooze, shown, round(60 * float(rest or 15)))
    elif verb == 'hide':
        _say('hidden', answers.hide, shown)
    else:
        print('take N | complete N RESULT | snooze N MINUTES | hide N', flush=True)


def main():
    options = _options()
    crm = open_channel(options.server or options.crm, tls=bool(options.server))
    notifier = open_channel(options.server or options.notifier, tls=bool(options.server))

    session = Session(crm)
    try:
        session.log_in(options.login, options.password, _DEVICE)
    except grpc.RpcError as error:
        sys.exit(f'cannot log in: {refusal_text(error)}')
    print(f'logged in as {session.user_name}', flush=True)
    if options.push_token:
        _say('push token registered', register_push_token, notifier, session, options.push_token, _DEVICE)

    inbox = Inbox(notifier, session, CursorFile(options.cursor_file))
    answers = Answers(crm, notifier, session)
    threading.Thread(target=inbox.follow, daemon=True).start()
    for line in sys.stdin:
        _answer(line, inbox, answers)


main()
