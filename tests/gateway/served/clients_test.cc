// Third-party clients, in JavaScript and on the command line, at the gateway.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "foundation/process/read_file.h"
#include "tests/gateway/served/premises.h"
#include "tests/support/janitor.h"
#include "tests/support/node_gateway.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const fs::path kFolder = VORONKA_GATEWAY_TESTS;

class Clients : public ::testing::Test {
 protected:
  // A program's output and exit status.
  struct Run {
    int status;
    std::string output;
  };

  Run Start(const std::vector<std::string>& command) const {
    const fs::path log = janitor_.folder() / "client.log";
    const int status = AwaitProgram(StartProgram(command, log));
    return {status, process::ReadFile(log)};
  }

  Run BufCurl(const std::string& protocol) const {
    return Start({(kFolder / "node_modules/.bin/buf").string(), "curl", "--schema", VORONKA_PROTOS, "--protocol",
                  protocol, "--data", R"({"dealId": "999999"})",
                  "http://" + system_.gateway().address() + "/voronka.crm.v1.DealService/GetDeal"});
  }

  System& system_ = SharedPremises().system;
  Account& account_ = SharedPremises().account;
  const Janitor janitor_;
};

TEST_F(Clients, GetTheSameAnswersAsFromTheReference) {
  const auto reference = NodeGateway(system_.endpoints(), janitor_.folder());
  reference->Start();
  reference->WaitServing();

  const Run run = Start(InEnvironment(
      {"VORONKA_URL=http://" + system_.gateway().address(), "VORONKA_REFERENCE_URL=http://" + reference->address(),
       "VORONKA_LOGIN=" + account_.LoginOf("manager-0"), std::string("VORONKA_PASSWORD=") + Account::kPassword},
      {"node", "--test", (kFolder / "clients/clients.test.mjs").string()}));

  EXPECT_EQ(run.status, 0) << run.output;
}

TEST_F(Clients, OnTheCommandLineSpeakConnectAndGrpcWeb) {
  for (const std::string protocol : {"connect", "grpcweb"}) {
    EXPECT_THAT(BufCurl(protocol).output, HasSubstr(R"("code": "unauthenticated")")) << protocol;
  }
}

}  // namespace
}  // namespace voronka::testing
