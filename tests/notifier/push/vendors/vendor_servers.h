#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/foundation/process/temporary_folder.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::testing {

using Json = nlohmann::json;

// The push services of all vendors, as a process of their own (services/main.mjs), and the keys that they know us by:
// the files vapid.key, google.json and apple.key. What an address ends with says how it is answered: see
// services/answers.mjs.
class VendorServers {
 public:
  VendorServers();
  ~VendorServers();
  VendorServers(const VendorServers&) = delete;
  VendorServers& operator=(const VendorServers&) = delete;

  // `webPush`, `fcm` or `apns`.
  std::string address(const std::string& service) const;
  // The configuration of a notifier that pushes to Firebase.
  config::v1::Push Firebase() const;
  // Of a browser's subscription: `publicKey` or `authSecret`.
  std::string SubscriptionKey(const std::string& name) const;
  std::string File(const std::string& name) const { return folder_ / name; }

  // While they are down, they accept connections and answer nothing.
  void GoDown() const;
  void ComeBack() const;

  // Exchanges vapid.key or apple.key, which the service knows at once.
  void MakeKey(const std::string& name) const;
  // Exchanges google.json. How its tokens are given: see services/fcm.mjs.
  void MakeAccount(const std::string& word = "usual") const;
  void Write(const std::string& name, const std::string& text) const;

  // What has arrived: at `web_push`, `token`, `fcm` or `apns`.
  std::vector<Json> Received(const std::string& service) const;

 private:
  void Start();
  std::vector<Json> Lines() const;

  const process::TemporaryFolder folder_;
  // The process ends when this is closed, also if this test is killed.
  int input_ = -1;
  pid_t process_ = -1;
  Json hello_;
};

}  // namespace voronka::testing
