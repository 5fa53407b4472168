import threading
import time

import grpc

from voronka.crm.v1 import session_pb2, session_pb2_grpc

# In seconds. An access token is valid for 15 minutes.
_RENEW_AFTER = 600
_PATIENCE = 20


class Session:
    """A user who is logged in. Safe to use from every thread."""

    def __init__(self, crm):
        self._service = session_pb2_grpc.SessionServiceStub(crm)
        self._lock = threading.Lock()
        self._tokens = None
        # By this machine's own clock, which may differ from the server's.
        self._renew_at = 0

    def log_in(self, login, password, device):
        """`device` is the name that the list of the user's sessions shows. Raises grpc.RpcError."""
        request = session_pb2.LoginRequest(login=login, password=password, client=device)
        self._take(self._service.Login(request, timeout=_PATIENCE, wait_for_ready=True,
                                       metadata=[('accept-language', 'ru')]))

    @property
    def user_name(self):
        return self._tokens.user.display_name

    def metadata(self):
        """What says who calls, with a token that is still valid."""
        with self._lock:
            if time.monotonic() > self._renew_at:
                self._renew()
            return [('authorization', f'Bearer {self._tokens.access_token}'), ('accept-language', 'ru')]

    def renew(self):
        """After UNAUTHENTICATED: a new token with the user's current rights. If that raises UNAUTHENTICATED too, the
        session has ended: log in again."""
        with self._lock:
            self._renew()

    def call(self, method, request):
        """Calls a method as the user. Waits while the server restarts, for 20 s in all. Raises grpc.RpcError."""
        def attempt():
            return method(request, timeout=_PATIENCE, wait_for_ready=True, metadata=self.metadata())
        try:
            return attempt()
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNAUTHENTICATED:
                raise
        self.renew()
        return attempt()

    # The refresh token works once; the answer brings the next one. A lost answer may be asked for again for 30 s.
    def _renew(self):
        request = session_pb2.RefreshSessionRequest(refresh_token=self._tokens.refresh_token)
        self._take(self._service.RefreshSession(request, timeout=_PATIENCE, wait_for_ready=True))

    def _take(self, tokens):
        self._tokens = tokens
        self._renew_at = time.monotonic() + _RENEW_AFTER
