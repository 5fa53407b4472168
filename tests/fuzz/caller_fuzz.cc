#include <grpcpp/grpcpp.h>
#include <grpcpp/test/server_context_test_spouse.h>

#include <map>
#include <optional>

#include "foundation/process/manual_clock.h"
#include "foundation/rpc/calls/authentication.h"
#include "foundation/rpc/requests/error.h"
#include "note_service.pb.h"
#include "tests/foundation/security/token_forge.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using Metadata = std::map<std::string, std::string>;
using security::TokenForge;

class Door {
 public:
  // Nothing if the caller is refused.
  std::optional<rpc::Caller> Identify(const Metadata& metadata) {
    grpc::ServerContext context;
    grpc::testing::ServerContextTestSpouse spouse(&context);
    for (const auto& [name, value] : metadata) spouse.AddClientMetadata(name, value);
    try {
      return authentication_.Identify(context, policy_);
    } catch (const rpc::Error&) {
      return std::nullopt;
    }
  }
  const std::string& ServiceToken() const { return service_token_; }

 private:
  using Keys = google::protobuf::RepeatedPtrField<config::v1::TokenKey>;

  static Keys One(const config::v1::TokenKey& key) {
    Keys keys;
    *keys.Add() = key;
    return keys;
  }
  std::string NewServiceToken() const {
    security::Claims claims;
    claims.role = options::v1::ROLE_SERVICE;
    claims.service = "auditor";
    return security::TokenSigner(forge_.SigningKey("auditor")).Sign(claims, std::chrono::hours(1), TokenForge::kNow);
  }

  TokenForge forge_;
  security::CachedVerifier tokens_{One(forge_.NewKey("auditor", "auditor"))};
  const std::string service_token_ = NewServiceToken();
  rpc::Revocations revocations_;
  const process::ManualClock clock_{TokenForge::kNow};
  const rpc::MethodPolicy& policy_ = rpc::MethodPolicy::OfRequest(*notes::v1::GetNoteRequest::descriptor());
  rpc::Authentication authentication_{tokens_, revocations_, clock_};
};

}  // namespace

void Check(const std::string& input) {
  static Door door;
  Require(!door.Identify({{"authorization", input}, {"voronka-account", "1"}}), "nobody enters without a token");
  const std::string bearer = "Bearer " + door.ServiceToken();
  const auto caller =
      door.Identify({{"authorization", bearer}, {"voronka-account", input}, {"accept-language", input}});
  if (!caller) return;
  Require(caller->IsService() && (caller->account_id > 0) == !input.empty(),
          "a service acts on the account that it names");
  Require(caller->locale == "ru" || caller->locale == "en", "a caller is answered in a language that there is");
}

}  // namespace voronka::fuzz
