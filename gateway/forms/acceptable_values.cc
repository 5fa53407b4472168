#include "gateway/forms/acceptable_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/text_checks.h"
#include "foundation/rpc/requests/text_encoding.h"
#include "foundation/wire/trimmed.h"
#include "gateway/forms/fitting_text.h"

namespace voronka::gateway {
namespace {

using crm::v1::FormValue;
using google::protobuf::FieldDescriptor;
using rpc::FieldRules;

// Of all values with their names: fifty inquiries of this size are still one answer of gRPC.
constexpr size_t kMostBytes = 64 * 1024;
constexpr char kUnnamed[] = "unnamed";
// Before the name of a field that has a name of this program's own.
constexpr char kOfForm[] = "form.";

const FieldDescriptor& Field(const google::protobuf::Descriptor& type, int number) {
  return *type.FindFieldByNumber(number);
}

const FieldDescriptor& NameField() { return Field(*FormValue::descriptor(), FormValue::kNameFieldNumber); }
size_t LongestValue() {
  return FieldRules::Of(Field(*FormValue::descriptor(), FormValue::kValueFieldNumber)).max_length;
}

// Leaves room for the two that this program adds.
size_t MostValues() {
  using Request = crm::v1::SubmitFormRequest;
  return FieldRules::Of(Field(*Request::descriptor(), Request::kValuesFieldNumber)).max_items - 2;
}

// A name and a value, which may still be too long.
struct Entry {
  std::string name;
  std::string value;
};

class Values {
 public:
  explicit Values(const std::string& locale) : english_(locale == "en") {}

  // `is_own`: this program has named it, not the sender.
  void Add(const FormField& field, bool is_own) {
    const std::string name = is_own ? field.name : NameOf(field);
    const std::string value = ValueOf(field, name);
    if (rpc::IsBlank(value)) return;
    if (entries_.size() < MostValues()) {
      entries_.push_back({.name = name, .value = value});
    } else {
      more_ += fmt::format("{}: {}\n", name, value);
    }
  }

  std::vector<FormValue> Finished() && {
    if (!more_.empty()) entries_.push_back({.name = kMoreName, .value = std::move(more_)});
    Fit();
    std::vector<FormValue> values;
    for (const auto& entry : entries_) Append(entry, values);
    if (!changes_.empty()) Append({.name = kChangedName, .value = CutTo(LongestValue(), changes_)}, values);
    return values;
  }

 private:
  static std::string NameOf(const FormField& field) {
    const std::string name = FittingText(rpc::TextOf(field.name, field.charset), NameField());
    if (rpc::IsBlank(name)) return kUnnamed;
    // Else a visitor could tell the manager what this program has changed.
    const std::string_view shown = wire::Trimmed(name);
    return shown == kChangedName || shown == kMoreName ? kOfForm + name : name;
  }

  std::string ValueOf(const FormField& field, const std::string& name) {
    const std::string text = rpc::TextOf(field.value, field.charset);
    const bool guessed = !rpc::IsCharset(field.charset) && !rpc::IsUtf8(field.value);
    if (text.find(rpc::kNoText) != std::string::npos) {
      NoteChange(name, {"what is no text was replaced by �", "байты, которые не текст, заменены на �"});
    } else if (guessed) {
      NoteChange(name, {"read as windows-1251", "прочитано как windows-1251"});
    }
    const std::string plain = WithPlainLines(text, true);
    if (!rpc::HasForbiddenCharacters(plain, true)) return plain;
    NoteChange(name, {"control characters were left out", "управляющие символы убраны"});
    return WithoutControls(plain);
  }

  // The short ones first: a phone stays whole, however long the text before it is.
  void Fit() {
    std::vector<Entry*> by_size;
    by_size.reserve(entries_.size());
    for (auto& entry : entries_) by_size.push_back(&entry);
    std::ranges::stable_sort(by_size, {}, [](const Entry* entry) { return entry->value.size(); });
    size_t room = kMostBytes;
    for (Entry* entry : by_size) room -= Fit(*entry, room);
  }

  // Returns what it takes of the room.
  size_t Fit(Entry& entry, size_t room) {
    const size_t left = room - std::min(room, entry.name.size());
    std::string fitting = CutToBytes(left, CutTo(LongestValue(), entry.value));
    if (fitting != entry.value) {
      const size_t size = rpc::CodePoints(entry.value);
      NoteChange(entry.name,
                 {fmt::format("cut, it had {} characters", size), fmt::format("сокращено, было символов: {}", size)});
    }
    entry.value = std::move(fitting);
    return entry.value.empty() ? 0 : entry.name.size() + entry.value.size();
  }

  static void Append(const Entry& entry, std::vector<FormValue>& values) {
    if (entry.value.empty()) return;
    auto& added = values.emplace_back();
    added.set_name(entry.name);
    added.set_value(entry.value);
  }

  void NoteChange(const std::string& name, const rpc::Text& change) {
    changes_ += fmt::format("{}: {}\n", name, english_ ? change.en : change.ru);
  }

  const bool english_;
  std::vector<Entry> entries_;
  std::string more_;
  std::string changes_;
};

}  // namespace

std::vector<FormValue> AcceptableValues(const FormFields& fields, const std::string& locale) {
  Values values(locale);
  for (size_t i = 0; i < fields.all().size(); ++i) values.Add(fields.all()[i], i == FormFields::kMost);
  return std::move(values).Finished();
}

}  // namespace voronka::gateway
