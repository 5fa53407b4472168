#include "crm_service/configuration/comparison/differences.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <string>
#include <utility>

#include "crm_service/configuration/comparison/configuration_key.h"
#include "crm_service/configuration/comparison/value_text.h"
#include "crm_service/configuration/documents/document_text.h"
#include "foundation/rpc/requests/field_rules.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/questionnaire.pb.h"

namespace voronka::crm {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using v1::ConfigurationDifference;

// The things of a list, by key. Of two with one key, which no valid document has, the first.
std::map<std::string, const Message*> ByKey(const Message& message, const FieldDescriptor& list) {
  std::map<std::string, const Message*> things;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &list); ++i) {
    const auto& thing = message.GetReflection()->GetRepeatedMessage(message, &list, i);
    things.emplace(KeyOf(thing), &thing);
  }
  return things;
}

// The keys of a list, in its order, that another has too.
std::vector<std::string> CommonKeys(const Message& message, const FieldDescriptor& list,
                                    const std::map<std::string, const Message*>& other) {
  std::vector<std::string> keys;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &list); ++i) {
    const auto key = KeyOf(message.GetReflection()->GetRepeatedMessage(message, &list, i));
    if (other.contains(key)) keys.push_back(key);
  }
  return keys;
}

bool IsListOfThings(const FieldDescriptor& field) {
  return field.is_repeated() && !field.is_map() && field.message_type() != nullptr &&
         KeyFieldOf(*field.message_type()) != nullptr;
}

// Of a message in the thing, such as a questionnaire.
bool HoldsThings(const FieldDescriptor& field) {
  if (field.is_repeated() || field.message_type() == nullptr) return false;
  const auto& type = *field.message_type();
  for (int i = 0; i < type.field_count(); ++i) {
    if (IsListOfThings(*type.field(i))) return true;
  }
  return false;
}

// What users call it, or its key. An item of a checklist and a question are their text; a rule only has one to say.
std::string NameOf(const Message& thing) {
  const auto* type = thing.GetDescriptor();
  const bool is_text = type == v1::ChecklistItem::descriptor() || type == v1::Question::descriptor();
  for (const char* name : {"name", "label", is_text ? "text" : "name"}) {
    const auto* field = type->FindFieldByName(name);
    const auto text = field == nullptr ? "" : thing.GetReflection()->GetString(thing, field);
    if (!text.empty()) return text;
  }
  return KeyOf(thing);
}

// What users call the stages, by the key of a queue there: «Продажи: Новая заявка».
using StageNames = std::map<std::string, std::string>;

void AddStageNames(const v1::Configuration& document, StageNames& names) {
  for (const auto& pipeline : document.pipelines()) {
    for (const auto& stage : pipeline.stages()) {
      names.emplace(pipeline.key() + "/" + stage.key(), pipeline.name() + ": " + stage.name());
    }
  }
}

// Compares two states of one thing, and of all that it holds.
class Comparison {
 public:
  Comparison(StageNames stage_names, std::vector<ConfigurationDifference>& differences)
      : stage_names_(std::move(stage_names)), differences_(differences) {}

  void Compare(const Message& before, const Message& after, const std::string& prefix) {
    const auto& type = *before.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) CompareField(before, after, *type.field(i), prefix);
  }

 private:
  void CompareField(const Message& before, const Message& after, const FieldDescriptor& field,
                    const std::string& prefix) {
    if (rpc::FieldRules::Of(field).output_only) return;
    if (IsListOfThings(field)) return CompareThings(before, after, field, prefix + field.name());
    if (HoldsThings(field)) {
      return Compare(before.GetReflection()->GetMessage(before, &field),
                     after.GetReflection()->GetMessage(after, &field), prefix + field.name() + ".");
    }
    const auto old_value = ValueText(before, field);
    const auto new_value = ValueText(after, field);
    if (old_value != new_value) {
      Add(ConfigurationDifference::KIND_CHANGED, prefix + field.name(), old_value, new_value);
    }
  }

  void CompareThings(const Message& before, const Message& after, const FieldDescriptor& list,
                     const std::string& path) {
    const auto old_things = ByKey(before, list);
    const auto new_things = ByKey(after, list);
    for (const auto& key : KeysInOrder(before, list)) {
      if (!new_things.contains(key))
        AddThing(ConfigurationDifference::KIND_REMOVED, *old_things.at(key), Path(path, key));
    }
    for (const auto& key : KeysInOrder(after, list)) {
      const auto old_thing = old_things.find(key);
      const auto& new_thing = *new_things.at(key);
      if (old_thing == old_things.end()) {
        AddThing(ConfigurationDifference::KIND_ADDED, new_thing, Path(path, key));
      } else {
        CompareThing(*old_thing->second, new_thing, Path(path, key));
      }
    }
    CompareOrder(CommonKeys(before, list, new_things), CommonKeys(after, list, old_things), path);
  }

  void CompareThing(const Message& before, const Message& after, const std::string& path) {
    names_.push_back(Name(after));
    Compare(before, after, path + ".");
    names_.pop_back();
  }

  void CompareOrder(const std::vector<std::string>& before, const std::vector<std::string>& after,
                    const std::string& path) {
    if (before == after) return;
    Add(ConfigurationDifference::KIND_REORDERED, path, fmt::format("{}", fmt::join(before, ", ")),
        fmt::format("{}", fmt::join(after, ", ")));
  }

  // A queue is called as its stage.
  std::string Name(const Message& thing) const {
    if (thing.GetDescriptor() != v1::ConfigurationQueue::descriptor()) return NameOf(thing);
    const auto found = stage_names_.find(KeyOf(thing));
    return found == stage_names_.end() ? KeyOf(thing) : found->second;
  }

  static std::vector<std::string> KeysInOrder(const Message& message, const FieldDescriptor& list) {
    return CommonKeys(message, list, ByKey(message, list));
  }

  static std::string Path(const std::string& list, const std::string& key) {
    return fmt::format("{}[\"{}\"]", list, key);
  }

  void AddThing(ConfigurationDifference::Kind kind, const Message& thing, const std::string& path) {
    const auto text = TextOf(thing);
    const bool is_added = kind == ConfigurationDifference::KIND_ADDED;
    names_.push_back(Name(thing));
    Add(kind, path, is_added ? "" : text, is_added ? text : "");
    names_.pop_back();
  }

  void Add(ConfigurationDifference::Kind kind, const std::string& path, const std::string& before,
           const std::string& after) {
    auto& difference = differences_.emplace_back();
    difference.set_kind(kind);
    difference.set_path(path);
    for (const auto& name : names_) difference.add_names(name);
    difference.set_before(before);
    difference.set_after(after);
  }

  const StageNames stage_names_;
  std::vector<ConfigurationDifference>& differences_;
  // Of the things on the way.
  std::vector<std::string> names_;
};

}  // namespace

std::vector<ConfigurationDifference> Differences(const v1::Configuration& before, const v1::Configuration& after) {
  StageNames stage_names;
  AddStageNames(after, stage_names);
  AddStageNames(before, stage_names);
  std::vector<ConfigurationDifference> differences;
  Comparison(std::move(stage_names), differences).Compare(before, after, "");
  return differences;
}

}  // namespace voronka::crm
