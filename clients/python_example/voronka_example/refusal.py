from google.rpc import error_details_pb2, status_pb2


def _details(error):
    status = status_pb2.Status()
    for key, value in error.trailing_metadata() or ():
        if key == 'grpc-status-details-bin':
            status.ParseFromString(value)
    return status.details


def refusal_text(error):
    """Why a call was refused, in one line: the stable reason, for programs, and the text for the user, in the language
    that the call asked for with `accept-language`."""
    info = error_details_pb2.ErrorInfo()
    text = error_details_pb2.LocalizedMessage(message=error.details())
    for detail in _details(error):
        detail.Unpack(info) or detail.Unpack(text)
    return f'{info.reason}: {text.message}' if info.reason else text.message
