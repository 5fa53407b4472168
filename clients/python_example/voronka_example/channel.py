import json

import grpc

# Every call that changes something has a request_id, so the library may repeat it: it takes effect once. A login has
# none, and is not repeated.
_REPEAT_WHAT_IS_SAFE = {
    'methodConfig': [{
        'name': [
            {'service': 'voronka.crm.v1.DealOfferService'},
            {'service': 'voronka.crm.v1.TaskService'},
            {'service': 'voronka.notifier.v1.DeliveryService'},
            {'service': 'voronka.notifier.v1.DeviceService'},
            {'service': 'voronka.notifier.v1.InboxService'},
        ],
        'retryPolicy': {
            'maxAttempts': 5,
            'initialBackoff': '0.2s',
            'maxBackoff': '3s',
            'backoffMultiplier': 2,
            'retryableStatusCodes': ['UNAVAILABLE'],
        },
    }],
}

_OPTIONS = [
    ('grpc.service_config', json.dumps(_REPEAT_WHAT_IS_SAFE)),
    # A connection that has died without a word, as of a phone in a lift, is noticed within 40 s. The server allows no
    # more than a ping every 10 s.
    ('grpc.keepalive_time_ms', 30_000),
    ('grpc.keepalive_timeout_ms', 10_000),
    # The library's own limit of 2 minutes keeps clients away long after a server has come back.
    ('grpc.max_reconnect_backoff_ms', 10_000),
]


def open_channel(address, tls):
    """A connection to a service. With TLS, the server's certificate is checked against the usual authorities."""
    if tls:
        return grpc.secure_channel(address, grpc.ssl_channel_credentials(), _OPTIONS)
    return grpc.insecure_channel(address, _OPTIONS)
