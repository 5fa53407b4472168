#include "tests/bench/system/quick_vendor.h"

#include <csignal>
#include <filesystem>
#include <fstream>

#include "foundation/security/key_files.h"
#include "tests/support/certificates.h"
#include "tests/support/free_port.h"
#include "tests/support/programs.h"

namespace voronka::bench {

namespace fs = std::filesystem;

QuickVendor::QuickVendor(const std::vector<std::string>& devices) : address_(testing::FreeAddress()) {
  security::GenerateKeyPair(folder_ / "apple.key", folder_ / "apple.pub");
  // It answers with files.
  const fs::path pages = folder_ / "pages";
  fs::create_directories(pages / "3" / "device");
  for (const auto& device : devices) std::ofstream(pages / "3" / "device" / device) << "{}";
  const testing::Authority authority(folder_ / "", "authority");
  const auto server = authority.Sign("server");
  certificate_ = authority.certificate();
  const auto colon = address_.find(':');
  process_ = testing::StartProgram({"nghttpd", "--address", address_.substr(0, colon), "--htdocs", pages.string(),
                                    address_.substr(colon + 1), server.key, server.certificate},
                                   (folder_ / "log").string());
}

QuickVendor::~QuickVendor() {
  kill(process_, SIGTERM);
  testing::AwaitProgram(process_);
}

config::v1::Push QuickVendor::Configuration() const {
  config::v1::Push push;
  auto& apns = *push.mutable_apns();
  apns.set_private_key_file((folder_ / "apple.key").string());
  apns.set_key_id("KEY1234567");
  apns.set_team_id("TEAM123456");
  apns.set_topic("com.example.voronka");
  apns.set_endpoint("https://" + address_);
  apns.set_ca_file(certificate_);
  return push;
}

}  // namespace voronka::bench
