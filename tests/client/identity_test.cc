#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>

#include <filesystem>
#include <vector>

#include "client/client.h"
#include "client/service_identity.h"
#include "client/user_session.h"
#include "foundation/process/manual_clock.h"
#include "foundation/security/key_files.h"
#include "tests/client/fake_services.h"

namespace voronka::client {
namespace {

using crm::v1::Deal;
using crm::v1::GetDealRequest;
using google::protobuf::util::TimeUtil;

constexpr int64_t kStart = 1'700'000'000'000'000;
constexpr int64_t kMinute = 60'000'000;

Tokens TokensUntil(const std::string& access, const std::string& refresh, int64_t expire_micros) {
  Tokens tokens;
  tokens.set_access_token(access);
  tokens.set_refresh_token(refresh);
  *tokens.mutable_access_expire_time() = TimeUtil::MicrosecondsToTimestamp(expire_micros);
  return tokens;
}

class Identities : public testing::Test {
 protected:
  Identities() {
    deals_.get = [this](grpc::ServerContext& context, auto&, Deal&) {
      authorization_ = MetadataOf(context, "authorization");
      account_ = MetadataOf(context, "voronka-account");
      return grpc::Status::OK;
    };
    sessions_.refresh = [this](const crm::v1::RefreshSessionRequest& request, Tokens& response) {
      refreshed_with_.push_back(request.refresh_token());
      response = TokensUntil("access2", "refresh2", clock_.NowMicros() + 15 * kMinute);
      return grpc::Status::OK;
    };
  }

  void Call(Client& client) { client.Call<Deal>(GetDealRequest()); }

  process::ManualClock clock_{kStart};
  FakeDeals deals_;
  FakeSessions sessions_;
  TestServer server_{&deals_, &sessions_};
  Channels channels_{server_.endpoints()};
  std::string authorization_;
  std::string account_;
  std::vector<std::string> refreshed_with_;
};

TEST_F(Identities, OfAUserSendTheAccessToken) {
  Client anna(channels_,
              std::make_unique<UserSession>(channels_, clock_, TokensUntil("access1", "", kStart + 15 * kMinute)));
  Call(anna);
  EXPECT_EQ(authorization_, "Bearer access1");
  EXPECT_THAT(refreshed_with_, testing::IsEmpty());
}

TEST_F(Identities, OfAUserRefreshOnceBeforeTheTokenExpires) {
  Client anna(channels_, std::make_unique<UserSession>(channels_, clock_,
                                                       TokensUntil("access1", "refresh1", kStart + 15 * kMinute)));
  clock_.Advance(15 * kMinute - 1'000'000);
  Call(anna);
  Call(anna);
  EXPECT_EQ(authorization_, "Bearer access2");
  EXPECT_THAT(refreshed_with_, testing::ElementsAre("refresh1"));
}

TEST_F(Identities, OfAUserReportThatTheSessionHasEnded) {
  sessions_.refresh = [](auto&, auto&) { return grpc::Status(grpc::StatusCode::UNAUTHENTICATED, "ended"); };
  Client anna(channels_, std::make_unique<UserSession>(channels_, clock_, TokensUntil("access1", "refresh1", kStart)));
  EXPECT_THROW(Call(anna), CallFailed);
}

// Their role may have changed.
TEST_F(Identities, OfAUserRefreshATokenThatIsRefusedEarly) {
  deals_.get = [this](grpc::ServerContext& context, auto&, Deal&) {
    authorization_ = MetadataOf(context, "authorization");
    return authorization_ == "Bearer access2" ? grpc::Status::OK
                                              : grpc::Status(grpc::StatusCode::UNAUTHENTICATED, "outdated");
  };
  Client anna(channels_, std::make_unique<UserSession>(channels_, clock_,
                                                       TokensUntil("access1", "refresh1", kStart + 15 * kMinute)));
  Call(anna);
  Call(anna);
  EXPECT_THAT(refreshed_with_, testing::ElementsAre("refresh1"));
}

TEST_F(Identities, OfAUserDoNotRefreshOnceTheSessionHasEnded) {
  deals_.get = [](auto&, auto&, auto&) { return grpc::Status(grpc::StatusCode::UNAUTHENTICATED, "outdated"); };
  sessions_.refresh = [this](const crm::v1::RefreshSessionRequest& request, Tokens&) {
    refreshed_with_.push_back(request.refresh_token());
    return grpc::Status(grpc::StatusCode::UNAUTHENTICATED, "ended");
  };
  Client anna(channels_, std::make_unique<UserSession>(channels_, clock_,
                                                       TokensUntil("access1", "refresh1", kStart + 15 * kMinute)));
  for (int i = 0; i < 3; ++i) EXPECT_THROW(Call(anna), CallFailed);
  EXPECT_THAT(refreshed_with_, testing::ElementsAre("refresh1"));
}

TEST_F(Identities, OfAUserComeFromALogin) {
  sessions_.login = [](grpc::ServerContext& context, const crm::v1::LoginRequest& request, Tokens& response) {
    EXPECT_EQ(MetadataOf(context, "authorization"), "");
    EXPECT_EQ(request.client(), "test");
    response = TokensUntil("of " + request.login() + " " + request.password(), "", kStart + 15 * kMinute);
    return grpc::Status::OK;
  };
  Client anna(channels_, UserSession::LogIn(channels_, clock_, "anna", "secret", "test"));
  Call(anna);
  EXPECT_EQ(authorization_, "Bearer of anna secret");
}

class ServiceIdentities : public Identities {
 protected:
  ServiceIdentities() : directory_(std::filesystem::path(testing::TempDir()) / "voronka-service-identity") {
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    security::GenerateKeyPair(directory_ / "key.pem", directory_ / "key.pub.pem");
    key_.set_kid("operator");
    key_.set_private_key_file(directory_ / "key.pem");
    auto& public_key = *public_keys_.Add();
    public_key.set_kid("operator");
    public_key.set_public_key_file(directory_ / "key.pub.pem");
    public_key.set_service("operator");
  }
  ~ServiceIdentities() override { std::filesystem::remove_all(directory_); }

  security::Claims ClaimsNow() const {
    const security::TokenVerifier verifier(public_keys_);
    return verifier.Verify(authorization_.substr(std::string("Bearer ").size()), clock_.NowMicros());
  }

  const std::filesystem::path directory_;
  config::v1::SigningKey key_;
  google::protobuf::RepeatedPtrField<config::v1::TokenKey> public_keys_;
};

TEST_F(ServiceIdentities, SignTokensAndNameTheAccount) {
  Client service(channels_, std::make_unique<ServiceIdentity>("operator", key_, 42, clock_));
  Call(service);
  EXPECT_EQ(ClaimsNow().service, "operator");
  EXPECT_EQ(ClaimsNow().role, options::v1::ROLE_SERVICE);
  EXPECT_EQ(account_, "42");
}

TEST_F(ServiceIdentities, NameNoAccountIfTheyActInNone) {
  Client service(channels_, std::make_unique<ServiceIdentity>("operator", key_, 0, clock_));
  Call(service);
  EXPECT_EQ(account_, "");
}

TEST_F(ServiceIdentities, NeverExpire) {
  Client service(channels_, std::make_unique<ServiceIdentity>("operator", key_, 42, clock_));
  for (int minute = 0; minute < 12; ++minute) {
    Call(service);
    EXPECT_NO_THROW(ClaimsNow()) << "after " << minute << " minutes";
    clock_.Advance(kMinute);
  }
}

}  // namespace
}  // namespace voronka::client
