#include "gateway/forms/acceptable_values.h"

#include <fmt/format.h>

#include "foundation/rpc/field_rules.h"
#include "foundation/rpc/text_checks.h"
#include "gateway/forms/fitting_text.h"
#include "gateway/forms/text_encoding.h"

namespace voronka::gateway {
namespace {

using crm::v1::FormValue;
using google::protobuf::FieldDescriptor;
using rpc::FieldRules;

// Of all values: fifty inquiries of this size are still one answer of gRPC.
constexpr size_t kMostBytes = 64 * 1024;
constexpr char kUnnamed[] = "unnamed";

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

bool IsBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

class Values {
 public:
  explicit Values(const std::string& locale) : english_(locale == "en") {}

  void Add(const FormField& field) {
    const std::string name = NameOf(field);
    const std::string value = ValueOf(field, name);
    if (IsBlank(value)) return;
    if (values_.size() < MostValues()) return Put(name, value);
    more_ += fmt::format("{}: {}\n", name, value);
  }

  std::vector<FormValue> Finished() && {
    if (!more_.empty()) Put(kMoreName, more_);
    if (!changes_.empty()) Append(kChangedName, CutTo(LongestValue(), changes_));
    return std::move(values_);
  }

 private:
  static std::string NameOf(const FormField& field) {
    const std::string name = FittingText(TextOf(field.name, field.charset), NameField());
    return IsBlank(name) ? kUnnamed : name;
  }

  std::string ValueOf(const FormField& field, const std::string& name) {
    const std::string text = TextOf(field.value, field.charset);
    const bool guessed = field.charset.empty() && text != field.value;
    if (text.find(kNoText) != std::string::npos) {
      Tell(name, {"what is no text was replaced by �", "байты, которые не текст, заменены на �"});
    } else if (guessed) {
      Tell(name, {"read as windows-1251", "прочитано как windows-1251"});
    }
    const std::string plain = WithPlainLines(text, true);
    if (!rpc::HasForbiddenCharacters(plain, true)) return plain;
    Tell(name, {"control characters were left out", "управляющие символы убраны"});
    return WithoutControls(plain);
  }

  void Put(const std::string& name, const std::string& value) {
    const std::string fitting = CutToBytes(room_, CutTo(LongestValue(), value));
    room_ -= fitting.size();
    if (fitting != value) {
      const size_t size = rpc::CodePoints(value);
      Tell(name, {fmt::format("cut, it had {} characters", size), fmt::format("сокращено, было символов: {}", size)});
    }
    if (!fitting.empty()) Append(name, fitting);
  }

  void Append(const std::string& name, const std::string& value) {
    auto& added = values_.emplace_back();
    added.set_name(name);
    added.set_value(value);
  }

  void Tell(const std::string& name, const rpc::Text& change) {
    changes_ += fmt::format("{}: {}\n", name, english_ ? change.en : change.ru);
  }

  const bool english_;
  size_t room_ = kMostBytes;
  std::vector<FormValue> values_;
  std::string more_;
  std::string changes_;
};

}  // namespace

std::vector<FormValue> AcceptableValues(const FormFields& fields, const std::string& locale) {
  Values values(locale);
  for (const auto& field : fields.all()) values.Add(field);
  return std::move(values).Finished();
}

}  // namespace voronka::gateway
