#include "foundation/rpc/server/server.h"

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include "foundation/process/read_file.h"
#include "foundation/rpc/streams/stream_registry.h"
#include "note_service.grpc.pb.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/foundation/rpc/raw_call.h"
#include "tests/support/certificates.h"

namespace voronka::rpc {
namespace {

using namespace std::chrono_literals;
using grpc::StatusCode;
using ::testing::HasSubstr;
using voronka::testing::Authority;

constexpr const char* kService = "voronka.notes.v1.NoteService";

// A port with services that answer nothing.
class Served {
 public:
  explicit Served(const config::v1::Process& configuration)
      : log_(configuration.log()), server_(configuration, {&service_}, log_) {}
  ~Served() { server_.Stop(streams_, 1s); }

  void SetServing(bool serving) { server_.SetServing(serving); }
  int port() const { return server_.port(); }
  std::shared_ptr<grpc::Channel> Channel(
      const std::shared_ptr<grpc::ChannelCredentials>& credentials = grpc::InsecureChannelCredentials()) const {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    return grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(server_.port()), credentials, arguments);
  }

 private:
  process::Log log_;
  notes::v1::NoteService::CallbackService service_;
  StreamRegistry streams_;
  Server server_;
};

config::v1::Process AnyPort() {
  config::v1::Process configuration;
  configuration.set_listen("127.0.0.1:0");
  return configuration;
}

TEST(Servers, ReportTheHealthOfTheProcessAndOfEachService) {
  Served server(AnyPort());
  server.SetServing(true);
  EXPECT_EQ(HealthOf(server.Channel(), "").bytes, kServing);
  EXPECT_EQ(HealthOf(server.Channel(), kService).bytes, kServing);
}

TEST(Servers, ReportNoHealthOfAnUnknownService) {
  Served server(AnyPort());
  EXPECT_EQ(HealthOf(server.Channel(), "voronka.crm.v1.DealService").status.error_code(), StatusCode::NOT_FOUND);
}

TEST(Servers, ReportThatTheyDoNotServe) {
  Served server(AnyPort());
  server.SetServing(true);
  server.SetServing(false);
  EXPECT_NE(HealthOf(server.Channel(), "").bytes, kServing);
  EXPECT_NE(HealthOf(server.Channel(), kService).bytes, kServing);
}

TEST(Servers, ListTheirServicesByReflection) {
  Served server(AnyPort());
  // ServerReflectionRequest{list_services: ""}
  const auto answer = RawCall(server.Channel(), "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
                              std::string("\x3A\x00", 2));
  EXPECT_THAT(answer.bytes, HasSubstr(kService));
}

TEST(Servers, NameAnAddressTheyCannotListenOn) {
  const Served first(AnyPort());
  auto configuration = AnyPort();
  configuration.set_listen("127.0.0.1:" + std::to_string(first.port()));
  try {
    const Served second(configuration);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr(configuration.listen()));
  }
}

class EncryptedServers : public ::testing::Test {
 protected:
  config::v1::Process Configuration(bool mutual) {
    auto configuration = AnyPort();
    auto& tls = *configuration.mutable_tls();
    tls.set_certificate_file(server_.certificate);
    tls.set_key_file(server_.key);
    if (mutual) tls.set_ca_file(authority_.certificate());
    return configuration;
  }

  // Credentials of a client that trusts `root` and shows its certificate, if it has one.
  static std::shared_ptr<grpc::ChannelCredentials> Credentials(const Authority& root,
                                                               const Authority::Signed* own = nullptr) {
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = process::ReadFile(root.certificate());
    if (own != nullptr) options.pem_cert_chain = process::ReadFile(own->certificate);
    if (own != nullptr) options.pem_private_key = process::ReadFile(own->key);
    return grpc::SslCredentials(options);
  }

  static StatusCode Reached(const Served& server, const std::shared_ptr<grpc::ChannelCredentials>& credentials) {
    return HealthOf(server.Channel(credentials), "").status.error_code();
  }

  const process::TemporaryFolder folder_;
  const Authority authority_{folder_ / "", "ours"};
  const Authority stranger_{folder_ / "", "strange"};
  const Authority::Signed server_ = authority_.Sign("server");
  const Authority::Signed client_ = authority_.Sign("client");
  const Authority::Signed forged_ = stranger_.Sign("forged");
};

TEST_F(EncryptedServers, ServeAClientThatTrustsThem) {
  const Served server(Configuration(false));
  EXPECT_EQ(Reached(server, Credentials(authority_)), StatusCode::OK);
}

TEST_F(EncryptedServers, AreRefusedByAClientThatTrustsAnotherAuthority) {
  const Served server(Configuration(false));
  EXPECT_EQ(Reached(server, Credentials(stranger_)), StatusCode::UNAVAILABLE);
}

TEST_F(EncryptedServers, DoNotSpeakClearText) {
  const Served server(Configuration(false));
  EXPECT_EQ(Reached(server, grpc::InsecureChannelCredentials()), StatusCode::UNAVAILABLE);
}

TEST_F(EncryptedServers, ServeAClientWithACertificateOfTheirAuthority) {
  const Served server(Configuration(true));
  EXPECT_EQ(Reached(server, Credentials(authority_, &client_)), StatusCode::OK);
}

TEST_F(EncryptedServers, RefuseAClientWithoutACertificate) {
  const Served server(Configuration(true));
  EXPECT_EQ(Reached(server, Credentials(authority_)), StatusCode::UNAVAILABLE);
}

TEST_F(EncryptedServers, RefuseAClientWithACertificateOfAnotherAuthority) {
  const Served server(Configuration(true));
  EXPECT_EQ(Reached(server, Credentials(authority_, &forged_)), StatusCode::UNAVAILABLE);
}

// Replaces one pair of files by another, each atomically, as an operator does.
void Replace(const Authority::Signed& old, const Authority::Signed& by) {
  std::filesystem::rename(by.certificate, old.certificate);
  std::filesystem::rename(by.key, old.key);
}

TEST_F(EncryptedServers, UseANewCertificateForNewConnections) {
  const Served server(Configuration(false));
  const auto connected = server.Channel(Credentials(authority_));
  ASSERT_TRUE(HealthOf(connected, "").status.ok());
  Replace(server_, stranger_.Sign("successor"));
  EXPECT_EQ(Reached(server, Credentials(stranger_)), StatusCode::OK);
  EXPECT_EQ(Reached(server, Credentials(authority_)), StatusCode::UNAVAILABLE);
  EXPECT_TRUE(HealthOf(connected, "").status.ok());
}

TEST_F(EncryptedServers, PickUpANewClientAuthority) {
  const Served server(Configuration(true));
  const auto newcomer = Credentials(authority_, &forged_);
  ASSERT_EQ(Reached(server, newcomer), StatusCode::UNAVAILABLE);
  std::filesystem::rename(stranger_.certificate(), authority_.certificate());
  EXPECT_EQ(Reached(server, newcomer), StatusCode::OK);
}

TEST_F(EncryptedServers, KeepServingWhileKeyAndCertificateDoNotMatch) {
  auto configuration = Configuration(true);
  configuration.mutable_log()->set_file(folder_ / "log");
  const Served server(configuration);
  std::filesystem::rename(authority_.Sign("successor").certificate, server_.certificate);
  EXPECT_EQ(Reached(server, Credentials(authority_, &client_)), StatusCode::OK);
  EXPECT_THAT(folder_.Read("log"), HasSubstr("not the key of"));
}

TEST_F(EncryptedServers, KeepServingWhileAFileIsHalfWritten) {
  const Served server(Configuration(true));
  std::filesystem::resize_file(server_.certificate, 100);
  EXPECT_EQ(Reached(server, Credentials(authority_, &client_)), StatusCode::OK);
  std::filesystem::remove(server_.certificate);
  EXPECT_EQ(Reached(server, Credentials(authority_, &client_)), StatusCode::OK);
}

TEST_F(EncryptedServers, AreRefusedByAClientThatExpectsAnotherName) {
  Replace(server_, authority_.Sign("elsewhere", "DNS:elsewhere.example"));
  const Served server(Configuration(false));
  const auto answer = HealthOf(server.Channel(Credentials(authority_)), "").status;
  EXPECT_EQ(answer.error_code(), StatusCode::UNAVAILABLE);
  EXPECT_THAT(answer.error_message(), HasSubstr("127.0.0.1 is not in peer certificate"));
}

TEST_F(EncryptedServers, NameAFileTheyCannotRead) {
  auto configuration = Configuration(true);
  configuration.mutable_tls()->set_ca_file("/nowhere/ca.pem");
  try {
    const Served server(configuration);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("/nowhere/ca.pem"));
  }
}

}  // namespace
}  // namespace voronka::rpc
