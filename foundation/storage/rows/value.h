#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace google::protobuf {
class Duration;
class Timestamp;
}  // namespace google::protobuf

namespace voronka::storage {

// An instant: microseconds since 1970 UTC.
using Micros = int64_t;

// Bound as binary, whatever the bytes are; a std::string is bound as UTF-8 text.
struct Bytes {
  std::string value;
  bool operator==(const Bytes&) const = default;
};

// A parameter of a statement or a cell of a row: NULL, a number, text or bytes.
class Value {
 public:
  using Content = std::variant<std::monostate, int64_t, uint64_t, double, std::string, Bytes>;

  Value() = default;
  Value(std::nullopt_t) {}
  Value(std::nullptr_t) = delete;
  template <std::signed_integral T>
  Value(T number) : content_(static_cast<int64_t>(number)) {}
  template <std::unsigned_integral T>
  Value(T number) : content_(static_cast<uint64_t>(number)) {}
  template <std::floating_point T>
  Value(T number) : content_(static_cast<double>(number)) {}
  template <class T>
  requires std::is_enum_v<T> Value(T number) : content_(static_cast<int64_t>(number)) {}
  Value(std::string text) : content_(std::move(text)) {}
  Value(std::string_view text) : content_(std::string(text)) {}
  Value(const char* text) : content_(std::string(text)) {}
  Value(Bytes bytes) : content_(std::move(bytes)) {}
  Value(const google::protobuf::Timestamp& instant);
  Value(const google::protobuf::Duration& duration);
  template <class T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value()) {}

  bool IsNull() const { return std::holds_alternative<std::monostate>(content_); }
  // These throw std::logic_error where the value is NULL, of another kind or out of range.
  int64_t Int() const;
  uint64_t Unsigned() const;
  double Double() const;
  const std::string& Text() const&;
  std::string Text() &&;

  const Content& content() const { return content_; }
  bool operator==(const Value&) const = default;

 private:
  Content content_;
};

}  // namespace voronka::storage
