#pragma once

#include <concepts>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::process {

// One `key=value` of a record. Keys are constants of the program; values may come from anybody.
class LogField {
 public:
  LogField(std::string_view key, std::string_view text);
  LogField(std::string_view key, const char* text) : LogField(key, std::string_view(text)) {}
  LogField(std::string_view key, const std::string& text) : LogField(key, std::string_view(text)) {}
  LogField(std::string_view key, bool value) : key_(key), value_(value ? "true" : "false") {}
  LogField(std::string_view key, double value);
  template <std::integral Number>
  LogField(std::string_view key, Number value) : key_(key), value_(std::to_string(value)) {}

  std::string_view Key() const { return key_; }
  // As written to the log: quoted and escaped where necessary.
  const std::string& Value() const { return value_; }

 private:
  std::string_view key_;
  std::string value_;
};

// The fields of one record, owned by the caller: {{"account", 7}, {"method", name}} or a vector.
class LogFields {
 public:
  LogFields() = default;
  LogFields(std::initializer_list<LogField> fields) : fields_(fields.begin(), fields.size()) {}
  LogFields(const std::vector<LogField>& fields) : fields_(fields) {}

  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

 private:
  std::span<const LogField> fields_;
};

// In quotes. Escapes quotes, backslashes and everything that is not printable or not UTF-8.
std::string Quoted(std::string_view text);

}  // namespace voronka::process
