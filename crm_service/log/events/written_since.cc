#include "crm_service/log/events/written_since.h"

#include <set>

#include "crm_service/log/events/packed_resource.h"
#include "foundation/events/log.h"
#include "foundation/rpc/calls/partition.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::crm {
namespace {

constexpr int kWrittenAtOnce = 500;
// As Record announces changes.
constexpr int64_t kTopicOfChanges = 0;

}  // namespace

WrittenSince::WrittenSince(rpc::Session& session) : session_(session), head_(Head()) {}

std::vector<int64_t> WrittenSince::IdsOf(const google::protobuf::Descriptor& type) const {
  std::set<int64_t> ids;
  const int64_t upto = Head();
  for (int64_t after = head_; after < upto;) {
    const auto page =
        events::Log::ReadTopic(session_.db, session_.account_id(), kTopicOfChanges, after, upto, kWrittenAtOnce);
    for (const auto& entry : page.entries) {
      v1::Event event;
      const bool is_of_type = event.ParseFromString(entry.payload) && TypeOf(event.change().after()) == &type;
      if (is_of_type) ids.insert(event.change().resource_id());
    }
    after = page.upto;
  }
  return {ids.begin(), ids.end()};
}

int64_t WrittenSince::Head() const {
  return session_.db
      .Query("SELECT head FROM event_partitions WHERE partition_id = ?", rpc::PartitionOf(session_.account_id()))
      .at(0)
      .Int(0);
}

}  // namespace voronka::crm
