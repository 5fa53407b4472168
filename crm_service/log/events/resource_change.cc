#include "crm_service/log/events/resource_change.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace voronka::crm {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using google::protobuf::util::MessageDifferencer;
using v1::ResourceChange;
using Fields = std::vector<const FieldDescriptor*>;

// Collects the fields of the compared messages in which they differ.
class ChangedFields final : public MessageDifferencer::Reporter {
 public:
  using Path = std::vector<MessageDifferencer::SpecificField>;

  void ReportAdded(const Message&, const Message&, const Path& path) override { Add(path); }
  void ReportDeleted(const Message&, const Message&, const Path& path) override { Add(path); }
  void ReportModified(const Message&, const Message&, const Path& path) override { Add(path); }

  Fields fields;

 private:
  void Add(const Path& path) {
    const auto* field = path.front().field;
    // NULL: a field that this program does not know.
    if (field != nullptr && std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
  }
};

std::unique_ptr<Message> OnlyFields(const Message& resource, const Fields& fields) {
  std::unique_ptr<Message> part(resource.New());
  part->CopyFrom(resource);
  part->DiscardUnknownFields();
  const Reflection& reflection = *resource.GetReflection();
  Fields present;
  reflection.ListFields(*part, &present);
  for (const auto* field : present) {
    if (std::ranges::find(fields, field) == fields.end()) reflection.ClearField(part.get(), field);
  }
  return part;
}

// Removes the largest fields until the message is small enough. Returns them, largest first.
Fields OmitLargest(Message& part) {
  Fields omitted;
  for (size_t bytes = part.ByteSizeLong(); bytes > kMostBytesBefore; bytes = part.ByteSizeLong()) {
    Fields present;
    part.GetReflection()->ListFields(part, &present);
    const auto* largest = *std::ranges::max_element(
        present, {}, [&](const auto* field) { return OnlyFields(part, {field})->ByteSizeLong(); });
    part.GetReflection()->ClearField(&part, largest);
    omitted.push_back(largest);
  }
  return omitted;
}

void AddNames(const Fields& fields, google::protobuf::FieldMask& mask) {
  for (const auto* field : fields) mask.add_paths(field->name());
}

int64_t IdOf(const Message& resource) {
  return resource.GetReflection()->GetInt64(resource, resource.GetDescriptor()->FindFieldByName("id"));
}

void FillBefore(const Message& before, const Message& after, ResourceChange& change) {
  const auto changed = FieldsThatDiffer(before, after);
  AddNames(changed, *change.mutable_changed());
  const auto part = OnlyFields(before, changed);
  const auto omitted = OmitLargest(*part);
  if (!omitted.empty()) AddNames(omitted, *change.mutable_omitted());
  change.mutable_before()->PackFrom(*part);
}

}  // namespace

Fields FieldsThatDiffer(const Message& before, const Message& after) {
  ChangedFields changed;
  MessageDifferencer differencer;
  differencer.ReportDifferencesTo(&changed);
  differencer.Compare(before, after);
  std::ranges::sort(changed.fields, {}, &FieldDescriptor::number);
  return std::move(changed.fields);
}

ResourceChange ChangeOf(const Message* before, const Message& after) {
  ResourceChange change;
  change.set_kind(before == nullptr ? ResourceChange::KIND_CREATED : ResourceChange::KIND_UPDATED);
  change.set_resource_id(IdOf(after));
  change.mutable_after()->PackFrom(after);
  if (before != nullptr) FillBefore(*before, after, change);
  return change;
}

}  // namespace voronka::crm
