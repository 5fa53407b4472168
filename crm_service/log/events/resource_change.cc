#include "crm_service/log/events/resource_change.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "crm_service/log/events/serialized_fields.h"
#include "foundation/storage/stored_message.h"

namespace voronka::crm {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using v1::ResourceChange;

// Compared and copied in serialized form: a message differencer would cost more than all else that a move computes.
struct ChangedField {
  rpc::FieldPath path;
  // Serialized; empty if it was not set.
  std::string_view before;
};
using ChangedFieldList = std::vector<ChangedField>;

// The fields of one message, taken in the order of their numbers.
class FieldReader {
 public:
  explicit FieldReader(const std::string& serialized) : fields_(FieldsIn(serialized)) {}

  int NextNumber() const { return next_ < fields_.size() ? fields_[next_].number : kEnd; }
  std::string_view TakeIf(int number) { return NextNumber() == number ? fields_[next_++].bytes : std::string_view(); }

  static constexpr int kEnd = std::numeric_limits<int>::max();

 private:
  std::vector<SerializedField> fields_;
  size_t next_ = 0;
};

// Of a map whose entries are fields: the entries that differ.
void AddChangedEntries(const FieldDescriptor& map, std::string_view before, std::string_view after,
                       ChangedFieldList& changed) {
  std::map<std::string, std::pair<std::string_view, std::string_view>> entries;
  for (const auto& [key, bytes] : EntriesIn(before)) entries[key].first = bytes;
  for (const auto& [key, bytes] : EntriesIn(after)) entries[key].second = bytes;
  for (const auto& [key, bytes] : entries) {
    if (bytes.first != bytes.second) changed.push_back({{&map, key}, bytes.first});
  }
}

ChangedFieldList ChangedFields(const Descriptor& type, const std::string& before, const std::string& after) {
  ChangedFieldList changed;
  FieldReader old_fields(before);
  FieldReader new_fields(after);
  for (;;) {
    const int number = std::min(old_fields.NextNumber(), new_fields.NextNumber());
    if (number == FieldReader::kEnd) return changed;
    const auto old_bytes = old_fields.TakeIf(number);
    const auto new_bytes = new_fields.TakeIf(number);
    // NULL: a field that this program does not know.
    const auto* field = old_bytes == new_bytes ? nullptr : type.FindFieldByNumber(number);
    if (field == nullptr) continue;
    if (rpc::EntriesAreFields(*field)) {
      AddChangedEntries(*field, old_bytes, new_bytes, changed);
    } else {
      changed.push_back({{field}, old_bytes});
    }
  }
}

// Drops the largest previous values until the others are small enough, and names them, largest first.
void OmitLargest(ChangedFieldList& changed, ResourceChange& change) {
  size_t bytes = 0;
  for (const auto& each : changed) bytes += each.before.size();
  while (bytes > kMostBytesBefore) {
    auto& largest = *std::ranges::max_element(changed, {}, [](const auto& each) { return each.before.size(); });
    change.mutable_omitted()->add_paths(largest.path.Text());
    bytes -= largest.before.size();
    largest.before = {};
  }
}

void FillBefore(const Message& before, const std::string& after, ResourceChange& change) {
  const auto serialized = storage::Serialised(before);
  auto changed = ChangedFields(*before.GetDescriptor(), serialized, after);
  for (const auto& each : changed) change.mutable_changed()->add_paths(each.path.Text());
  OmitLargest(changed, change);
  auto& part = *change.mutable_before();
  part.set_type_url(change.after().type_url());
  for (const auto& each : changed) part.mutable_value()->append(each.before);
}

int64_t IdOf(const Message& resource) {
  return resource.GetReflection()->GetInt64(resource, resource.GetDescriptor()->FindFieldByName("id"));
}

}  // namespace

std::vector<rpc::FieldPath> FieldsThatDiffer(const Message& before, const Message& after) {
  std::vector<rpc::FieldPath> paths;
  for (auto& each : ChangedFields(*before.GetDescriptor(), storage::Serialised(before), storage::Serialised(after))) {
    paths.push_back(std::move(each.path));
  }
  return paths;
}

ResourceChange ChangeOf(const Message* before, const Message& after) {
  ResourceChange change;
  change.set_kind(before == nullptr ? ResourceChange::KIND_CREATED : ResourceChange::KIND_UPDATED);
  change.set_resource_id(IdOf(after));
  change.mutable_after()->set_type_url("type.googleapis.com/" + after.GetDescriptor()->full_name());
  change.mutable_after()->set_value(storage::Serialised(after));
  if (before != nullptr) FillBefore(*before, change.after().value(), change);
  return change;
}

}  // namespace voronka::crm
