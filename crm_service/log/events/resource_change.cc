#include "crm_service/log/events/resource_change.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "crm_service/log/events/serialized_fields.h"

namespace voronka::crm {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using v1::ResourceChange;

// Compared and copied in serialized form: a message differencer would cost more than all else that a move computes.
struct ChangedField {
  const FieldDescriptor* field;
  // Serialized; empty if the field was not set.
  std::string_view before;
};

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

std::vector<ChangedField> ChangedFields(const Descriptor& type, const std::string& before, const std::string& after) {
  std::vector<ChangedField> changed;
  FieldReader old_fields(before);
  FieldReader new_fields(after);
  for (;;) {
    const int number = std::min(old_fields.NextNumber(), new_fields.NextNumber());
    if (number == FieldReader::kEnd) return changed;
    const auto old_bytes = old_fields.TakeIf(number);
    const auto new_bytes = new_fields.TakeIf(number);
    // NULL: a field that this program does not know.
    const auto* field = old_bytes == new_bytes ? nullptr : type.FindFieldByNumber(number);
    if (field != nullptr) changed.push_back({field, old_bytes});
  }
}

// Drops the largest previous values until the others are small enough, and names them, largest first.
void OmitLargest(std::vector<ChangedField>& changed, ResourceChange& change) {
  size_t bytes = 0;
  for (const auto& each : changed) bytes += each.before.size();
  while (bytes > kMostBytesBefore) {
    auto& largest = *std::ranges::max_element(changed, {}, [](const auto& each) { return each.before.size(); });
    change.mutable_omitted()->add_paths(largest.field->name());
    bytes -= largest.before.size();
    largest.before = {};
  }
}

void FillBefore(const Message& before, const std::string& after, ResourceChange& change) {
  const auto serialized = Serialized(before);
  auto changed = ChangedFields(*before.GetDescriptor(), serialized, after);
  for (const auto& each : changed) change.mutable_changed()->add_paths(each.field->name());
  OmitLargest(changed, change);
  auto& part = *change.mutable_before();
  part.set_type_url(change.after().type_url());
  for (const auto& each : changed) part.mutable_value()->append(each.before);
}

int64_t IdOf(const Message& resource) {
  return resource.GetReflection()->GetInt64(resource, resource.GetDescriptor()->FindFieldByName("id"));
}

}  // namespace

std::vector<const FieldDescriptor*> FieldsThatDiffer(const Message& before, const Message& after) {
  std::vector<const FieldDescriptor*> fields;
  for (const auto& each : ChangedFields(*before.GetDescriptor(), Serialized(before), Serialized(after))) {
    fields.push_back(each.field);
  }
  return fields;
}

ResourceChange ChangeOf(const Message* before, const Message& after) {
  ResourceChange change;
  change.set_kind(before == nullptr ? ResourceChange::KIND_CREATED : ResourceChange::KIND_UPDATED);
  change.set_resource_id(IdOf(after));
  change.mutable_after()->set_type_url("type.googleapis.com/" + after.GetDescriptor()->full_name());
  change.mutable_after()->set_value(Serialized(after));
  if (before != nullptr) FillBefore(*before, change.after().value(), change);
  return change;
}

}  // namespace voronka::crm
