#include "gateway/forms/json_repairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace voronka::gateway {
namespace {

constexpr size_t kEscapedUnit = 6;
constexpr std::string_view kNoCharacter = "\\ufffd";

// Of `\ud83d` at the front.
std::optional<unsigned> UnitAt(std::string_view text) {
  unsigned unit = 0;
  if (text.size() < kEscapedUnit || !text.starts_with("\\u")) return std::nullopt;
  const char* end = text.data() + kEscapedUnit;
  return std::from_chars(text.data() + 2, end, unit, 16).ptr == end ? std::optional(unit) : std::nullopt;
}

bool IsFirstHalf(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool IsSecondHalf(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Rewrites a text, character by character.
class Repair {
 public:
  explicit Repair(std::string_view text) : rest_(text) {}

  std::string Done() && {
    while (!rest_.empty()) in_string_ ? StepInString() : StepBetween();
    return std::move(done_);
  }

 private:
  void Copy(size_t size) {
    done_ += rest_.substr(0, size);
    rest_.remove_prefix(std::min(size, rest_.size()));
  }

  void Replace(size_t size, std::string_view by) {
    done_ += by;
    rest_.remove_prefix(std::min(size, rest_.size()));
  }

  void StepBetween() {
    const auto next = rest_.substr(std::min(rest_.size(), rest_.find_first_not_of(" \t\r\n", 1)));
    const bool is_last_comma = rest_.front() == ',' && (next.starts_with('}') || next.starts_with(']'));
    in_string_ = rest_.front() == '"';
    is_last_comma ? Replace(1, "") : Copy(1);
  }

  void StepInString() {
    const auto c = static_cast<unsigned char>(rest_.front());
    if (c == '\\') return StepEscape();
    if (c < ' ') return Replace(1, fmt::format("\\u{:04x}", c));
    in_string_ = c != '"';
    Copy(1);
  }

  void StepEscape() {
    if (const auto unit = UnitAt(rest_)) return StepUnit(*unit);
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    if (rest_.size() > 1 && kEscapes.find(rest_[1]) != std::string_view::npos) return Copy(2);
    if (rest_.starts_with("\\'")) return Replace(2, "'");
    Replace(1, "\\\\");
  }

  void StepUnit(unsigned unit) {
    const auto second = UnitAt(rest_.substr(kEscapedUnit));
    if (IsFirstHalf(unit) && second && IsSecondHalf(*second)) return Copy(2 * kEscapedUnit);
    IsFirstHalf(unit) || IsSecondHalf(unit) ? Replace(kEscapedUnit, kNoCharacter) : Copy(kEscapedUnit);
  }

  std::string_view rest_;
  std::string done_;
  bool in_string_ = false;
};

}  // namespace

std::string JsonRepaired(std::string_view text) { return Repair(text).Done(); }

}  // namespace voronka::gateway
