#include "tests/support/lone_gateway.h"

#include <gtest/gtest.h>

#include <iostream>

#include "tests/support/configured_program.h"
#include "tests/support/free_port.h"

namespace voronka::testing {
namespace {

// Freed memory that the address sanitizer keeps does not count as growth.
constexpr char kFreeAtOnce[] = "ASAN_OPTIONS=quarantine_size_mb=1";

}  // namespace

LoneGateway::LoneGateway(const std::string& services, config::v1::Gateway configuration) : keys_(janitor_.folder()) {
  configuration.set_listen(FreeAddress());
  for (auto* peer :
       {configuration.mutable_crm(), configuration.mutable_distribution(), configuration.mutable_notifier()}) {
    if (peer->address().empty()) peer->set_address(services);
  }
  *configuration.mutable_signing_key() = keys_.SigningFolderOf("gateway");
  process_ = GatewayProgram(janitor_.folder(), configuration, {kFreeAtOnce});
  process_->Start();
  process_->WaitServing();
}

LoneGateway::~LoneGateway() {
  if (::testing::UnitTest::GetInstance()->Failed()) std::cerr << process_->LogTail() << '\n';
}

}  // namespace voronka::testing
