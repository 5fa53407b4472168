#include "tests/contract/bad_values.h"

#include <limits>
#include <set>

#include "foundation/rpc/requests/field_rules.h"
#include "tests/contract/field_setting.h"

namespace voronka::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr int64_t kLeast = std::numeric_limits<int64_t>::min();
constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
// At UTC+14.
constexpr int64_t kYear10000 = 253402250400;
constexpr int kUnknownChoices[] = {-1, 4711, std::numeric_limits<int>::max()};

// More code points than allowed, of two bytes each: catches an implementation that counts bytes.
std::string Letters(uint32_t count) {
  std::string text;
  for (uint32_t i = 0; i < count; ++i) text += "я";
  return text;
}

class Collector {
 public:
  explicit Collector(const RequestPath& path)
      : field_(path.field()), rules_(rpc::FieldRules::Of(field_)), nothing_required_(path.IsPartOfUpdate()) {}

  std::vector<BadValue> Collect() && {
    AddMissing();
    AddTooMany();
    if (field_.is_map()) {
      AddEntries();
    } else {
      AddOfType();
    }
    return std::move(values_);
  }

 private:
  using Put = std::function<void(Message&, const FieldDescriptor&)>;

  void Add(std::string name, std::string reason, Put put, const std::string& item) {
    values_.push_back({std::move(name), std::move(reason),
                       [put = std::move(put), field = &field_](Message& owner) { put(owner, *field); }, item});
  }
  void AddValue(std::string name, std::string reason, Put put) {
    Add(std::move(name), std::move(reason), std::move(put), field_.is_repeated() ? "[0]" : "");
  }

  void AddMissing() {
    if (rules_.required && !nothing_required_) Add("missing", "REQUIRED", Empty, "");
    if (rules_.required && field_.type() == FieldDescriptor::TYPE_STRING && !field_.is_repeated()) {
      AddText("blanks", "REQUIRED", "\u200B \u3164");
    }
  }

  void AddTooMany() {
    if (!field_.is_repeated()) return;
    const int count = static_cast<int>(rules_.max_items) + 1;
    Add(
        "too many", "TOO_MANY", [count](Message& owner, const FieldDescriptor& f) { PutItems(owner, f, count); }, "");
  }

  void AddOfType() {
    switch (field_.cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING:
        return AddTexts();
      case FieldDescriptor::CPPTYPE_INT32:
      case FieldDescriptor::CPPTYPE_INT64:
        return AddNumbers();
      case FieldDescriptor::CPPTYPE_ENUM:
        return AddChoices();
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return AddTimes();
      default:
        return;
    }
  }

  void AddTexts() {
    AddText("too long", "TOO_LONG", Letters(rules_.max_length + 1));
    if (rules_.min_length > 1) AddText("too short", "TOO_SHORT", Letters(rules_.min_length - 1));
    // Any byte may be in bytes.
    if (field_.type() == FieldDescriptor::TYPE_BYTES) return;
    AddText("NUL", "FORBIDDEN_CHARACTER", std::string("a\0b", 3));
    AddText("escape", "FORBIDDEN_CHARACTER", "a\x1b[0m");
    AddText("delete", "FORBIDDEN_CHARACTER", "a\x7f");
    AddText("next line", "FORBIDDEN_CHARACTER", "a\u0085");
    if (!rules_.multiline) AddText("line break", "FORBIDDEN_CHARACTER", "a\nb");
    AddMalformed();
  }

  void AddMalformed() {
    for (const std::string text : {" ", "☎", "-", "А1"}) {
      const bool is_missing = rules_.required && text == " ";
      if (!is_missing && !rules_.Matches(text)) AddText("'" + text + "'", "MALFORMED", text);
    }
    const auto format = field_.options().GetExtension(options::v1::field).format();
    if (format == options::v1::FORMAT_TIME_ZONE) AddText("no such time zone", "", "Mars/Olympus");
    if (format == options::v1::FORMAT_CURRENCY) AddText("no such currency", "", "QQQ");
  }

  void AddText(const std::string& name, const std::string& reason, const std::string& text) {
    AddValue(name, reason, [text](Message& owner, const FieldDescriptor& f) { PutText(owner, f, text); });
  }

  void AddNumbers() {
    for (const int64_t number :
         std::set<int64_t>{kLeast, kMost, -1, std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max(),
                           rules_.min - 1, rules_.max + 1}) {
      if (!Holds(field_, number) || (number >= rules_.min && number <= rules_.max)) continue;
      AddNumber(number, "OUT_OF_RANGE");
    }
  }

  void AddChoices() {
    for (const int number : kUnknownChoices) AddNumber(number, "UNKNOWN_VALUE");
    if (rules_.max < kMost) AddNumber(rules_.max + 1, "UNKNOWN_VALUE");
  }

  void AddNumber(int64_t number, const std::string& reason) {
    AddValue(std::to_string(number), reason,
             [number](Message& owner, const FieldDescriptor& f) { PutNumber(owner, f, number); });
  }

  void AddTimes() {
    const std::string& type = field_.message_type()->name();
    if (type == "Timestamp") AddTimestamps();
    if (type == "Duration") AddDurations();
  }

  void AddTimestamps() {
    for (const int64_t seconds : {int64_t{-1}, kLeast, kMost, kYear10000}) AddTime(seconds, 0);
    for (const int nanos : {-1, 1'000'000'000}) AddTime(1, nanos);
  }

  void AddDurations() {
    for (const int64_t seconds : {rules_.min - 1, rules_.max + 1, kLeast, kMost}) AddTime(seconds, 0);
    for (const int nanos : {-1, 1'000'000'000, std::numeric_limits<int>::max()}) AddTime(rules_.max, nanos);
    AddTime(rules_.max, 1);
  }

  void AddTime(int64_t seconds, int nanos) {
    AddValue(std::to_string(seconds) + " s " + std::to_string(nanos) + " ns", "OUT_OF_RANGE",
             [=](Message& owner, const FieldDescriptor& f) { PutTime(owner, f, seconds, nanos); });
  }

  void AddEntries() {
    const std::string too_long = Letters(rules_.max_length + 1);
    AddEntry("too long a key", "TOO_LONG", too_long, "", "[key]");
    AddEntry("NUL in a key", "FORBIDDEN_CHARACTER", std::string("\0", 1), "", "[key]");
    if (field_.message_type()->map_value()->cpp_type() != FieldDescriptor::CPPTYPE_STRING) return;
    AddEntry("too long a value", "TOO_LONG", "город", too_long, "[\"город\"]");
    AddEntry("NUL in a value", "FORBIDDEN_CHARACTER", "город", std::string("\0", 1), "[\"город\"]");
  }

  void AddEntry(const std::string& name, const std::string& reason, const std::string& key, const std::string& value,
                const std::string& item) {
    Add(
        name, reason, [=](Message& owner, const FieldDescriptor& f) { PutEntry(owner, f, key, value); }, item);
  }

  const FieldDescriptor& field_;
  const rpc::FieldRules& rules_;
  const bool nothing_required_;
  std::vector<BadValue> values_;
};

}  // namespace

std::vector<BadValue> BadValuesFor(const RequestPath& path) { return Collector(path).Collect(); }

}  // namespace voronka::testing
