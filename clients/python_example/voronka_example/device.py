import uuid

from voronka.notifier.v1 import device_pb2, device_pb2_grpc


def register_push_token(notifier, session, token, name):
    """Has this device woken through Firebase while no stream is open. To be called after each login, and whenever
    Firebase gives the app another token: the session has one device, the latest. Raises grpc.RpcError."""
    device = device_pb2.Device(vendor=device_pb2.VENDOR_FCM, name=name, address=token)
    session.call(device_pb2_grpc.DeviceServiceStub(notifier).RegisterDevice,
                 device_pb2.RegisterDeviceRequest(request_id=str(uuid.uuid4()), device=device))
