#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/gateway/served/stand.h"
#include "tests/support/grpc_web.h"
#include "voronka/crm/v1/change.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {
namespace {

using Json = nlohmann::json;

crm::v1::WatchChangesResponse MovedTo(const crm::v1::Deal& deal) {
  crm::v1::WatchChangesResponse response;
  auto& change = *response.mutable_changes()->add_changes();
  change.set_kind(crm::v1::ResourceChange::KIND_MOVED);
  change.set_resource_id(deal.id());
  change.mutable_resource()->PackFrom(deal);
  return response;
}

class ChangesInJson : public Stand {
 protected:
  // The first message of the stream.
  Json Watch() {
    http_.Send({.path = "/voronka.crm.v1.ChangeService/WatchChanges",
                .headers = {{"content-type", "application/connect+json"}},
                .body = Frame{.content = "{}"}.Written()});
    http_.ReadHead();
    return Json::parse(FrameStream(http_).Next().value().content);
  }
};

TEST_F(ChangesInJson, ShowTheResourceReadableWithItsType) {
  crm::v1::Deal deal;
  deal.set_id(7);
  deal.set_name("Кабель");
  backend_.Behave(Always(Says(MovedTo(deal))));

  const Json resource = {{"@type", "type.googleapis.com/voronka.crm.v1.Deal"}, {"id", "7"}, {"name", "Кабель"}};
  const Json change = {{"kind", "KIND_MOVED"}, {"resourceId", "7"}, {"resource", resource}};
  EXPECT_EQ(Watch().at("changes").at("changes").at(0), change);
}

}  // namespace
}  // namespace voronka::testing
