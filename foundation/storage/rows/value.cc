#include "foundation/storage/rows/value.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <charconv>
#include <stdexcept>
#include <utility>

namespace voronka::storage {
namespace {

using google::protobuf::util::TimeUtil;

[[noreturn]] void Refuse(std::string_view wanted) {
  throw std::logic_error(fmt::format("a value is NULL, out of range or not {}", wanted));
}

// SUM() over a BIGINT is a DECIMAL, which arrives as text.
template <class Number>
Number ParseExactly(const std::string& text, std::string_view wanted) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) Refuse(wanted);
  return number;
}

template <class Number>
Number WholeNumber(const Value::Content& content, std::string_view wanted) {
  if (const auto* number = std::get_if<int64_t>(&content); number && std::in_range<Number>(*number)) return *number;
  if (const auto* number = std::get_if<uint64_t>(&content); number && std::in_range<Number>(*number)) return *number;
  if (const auto* text = std::get_if<std::string>(&content)) return ParseExactly<Number>(*text, wanted);
  Refuse(wanted);
}

}  // namespace

Value::Value(const google::protobuf::Timestamp& instant) : Value(TimeUtil::TimestampToMicroseconds(instant)) {}

Value::Value(const google::protobuf::Duration& duration) : Value(TimeUtil::DurationToMicroseconds(duration)) {}

int64_t Value::Int() const { return WholeNumber<int64_t>(content_, "an int64"); }

uint64_t Value::Unsigned() const { return WholeNumber<uint64_t>(content_, "a uint64"); }

double Value::Double() const {
  if (const auto* number = std::get_if<double>(&content_)) return *number;
  if (const auto* text = std::get_if<std::string>(&content_)) return ParseExactly<double>(*text, "a double");
  return static_cast<double>(Int());
}

const std::string& Value::Text() const& {
  if (const auto* text = std::get_if<std::string>(&content_)) return *text;
  if (const auto* bytes = std::get_if<Bytes>(&content_)) return bytes->value;
  Refuse("text");
}

std::string Value::Text() && {
  if (auto* text = std::get_if<std::string>(&content_)) return std::move(*text);
  if (auto* bytes = std::get_if<Bytes>(&content_)) return std::move(bytes->value);
  Refuse("text");
}

}  // namespace voronka::storage
