#include "gateway/forms/json_form.h"

#include <nlohmann/json.hpp>

namespace voronka::gateway {
namespace {

using nlohmann::json;

constexpr size_t kDeepest = 32;
// In bytes.
constexpr size_t kLongestName = 2000;

// Told of a text in its order, which a parsed object would have lost. `false` ends the reading.
class Flattener final : public json::json_sax_t {
 public:
  FormFields Fields() && { return std::move(fields_); }

  bool null() override { return !levels_.empty(); }
  bool boolean(bool value) override { return Add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return Add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Add(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return Add(text); }
  bool string(string_t& text) override { return Add(std::move(text)); }
  // No JSON has them.
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(size_t /*size*/) override { return Begin(); }
  bool end_object() override { return End(); }
  bool start_array(size_t /*size*/) override { return !levels_.empty() && Begin(); }
  bool end_array() override { return End(); }

  bool key(string_t& name) override {
    levels_.back() = std::move(name);
    return true;
  }

  bool parse_error(size_t /*position*/, const std::string& /*token*/, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  bool Begin() {
    levels_.emplace_back();
    return levels_.size() <= kDeepest;
  }

  bool End() {
    levels_.pop_back();
    return true;
  }

  bool Add(std::string value) {
    if (levels_.empty()) return false;
    std::string name = Name();
    if (name.size() > kLongestName) return false;
    fields_.Add({.name = std::move(name), .value = std::move(value), .charset = "utf-8"});
    return true;
  }

  std::string Name() const {
    std::string name;
    for (const auto& level : levels_) {
      if (!name.empty() && !level.empty()) name += '.';
      name += level;
    }
    return name;
  }

  // The name of the field that is being read in each of the objects around; empty for a list.
  std::vector<std::string> levels_;
  FormFields fields_;
};

}  // namespace

FormFields ParseJsonForm(std::string_view body) {
  Flattener flattener;
  if (!json::sax_parse(body, &flattener)) {
    throw MalformedForm(
        {"the body is no JSON object that a form could be.", "тело — не объект JSON, каким бывает форма."});
  }
  return std::move(flattener).Fields();
}

}  // namespace voronka::gateway
