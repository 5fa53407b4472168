#pragma once

#include <string>

#include "tests/notifier/proto_text.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::notifier {

// A browser as it asks to be registered, at an address of Google's.
inline v1::Device Browser(const std::string& token) {
  // A point of the curve P-256: its generator.
  static const std::string point(
      "\x04\x6b\x17\xd1\xf2\xe1\x2c\x42\x47\xf8\xbc\xe6\xe5\x63\xa4\x40\xf2\x77\x03\x7d\x81\x2d\xeb\x33\xa0\xf4\xa1\x39"
      "\x45\xd8\x98\xc2\x96\x4f\xe3\x42\xe2\xfe\x1a\x7f\x9b\x8e\xe7\xeb\x4a\x7c\x0f\x9e\x16\x2b\xce\x33\x57\x6b\x31\x5e"
      "\xce\xcb\xb6\x40\x68\x37\xbf\x51\xf5",
      65);
  v1::Device device;
  device.set_vendor(v1::VENDOR_WEB_PUSH);
  device.set_name("Chrome, Windows");
  device.set_address("https://fcm.googleapis.com/fcm/send/" + token);
  device.set_public_key(point);
  device.set_auth_secret("sixteen bytes ok");
  return device;
}

// As it is stored. The session has the device's number.
inline v1::Device RegisteredBrowser(int64_t id, int64_t now) {
  auto device = Browser("token-" + std::to_string(id));
  device.set_id(id);
  device.set_session_id(id);
  *device.mutable_create_time() = Timestamp(now);
  *device.mutable_seen_time() = device.create_time();
  return device;
}

}  // namespace voronka::notifier
