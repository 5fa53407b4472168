#include "gateway/forms/json_form.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "gateway/forms/json_repairs.h"
#include "gateway/forms/named_values.h"

namespace voronka::gateway {
namespace {

using nlohmann::json;

constexpr size_t kDeepest = 32;
// Of JSON within a string of JSON.
constexpr int kMostLayers = 2;

// Called in the order of the text, which a parsed object would lose. `false` ends the reading.
class Flattener final : public json::json_sax_t {
 public:
  explicit Flattener(FormFields& fields) : fields_(fields) {}

  // The whole value, if the text is only a string, a number or a boolean.
  const std::string& alone() const { return alone_; }

  bool null() override { return true; }
  bool boolean(bool value) override { return Add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return Add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Add(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return Add(text); }
  bool string(string_t& text) override { return Add(std::move(text)); }
  // JSON has none.
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(size_t /*size*/) override { return Begin(false); }
  bool end_object() override {
    const size_t first = levels_.back().first_field;
    End();
    if (!levels_.empty() && levels_.back().is_list) NameByThemselves(first);
    return true;
  }
  bool start_array(size_t /*size*/) override { return Begin(true); }
  bool end_array() override { return End(); }

  bool key(string_t& name) override {
    levels_.back().name = std::move(name);
    return true;
  }

  bool parse_error(size_t /*position*/, const std::string& /*token*/, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  struct Level {
    bool is_list = false;
    // How many fields stand before it.
    size_t first_field = 0;
    // Of the field that is being read; empty in a list.
    std::string name = {};
  };

  bool Begin(bool is_list) {
    levels_.push_back({.is_list = is_list, .first_field = fields_.all().size()});
    return levels_.size() <= kDeepest;
  }

  bool End() {
    levels_.pop_back();
    return true;
  }

  bool Add(std::string value) {
    if (levels_.empty()) {
      alone_ = std::move(value);
      return true;
    }
    std::string name = Name();
    if (name.size() > kLongestName) return false;
    fields_.Add({.name = std::move(name), .value = std::move(value), .charset = "utf-8"});
    return true;
  }

  std::string Name() const {
    std::string name;
    for (const auto& level : levels_) {
      if (!name.empty() && !level.name.empty()) name += '.';
      name += level.name;
    }
    return name;
  }

  // The item of the list that is being read, from its first field on.
  void NameByThemselves(size_t first) {
    const std::string list = Name();
    const std::string prefix = list.empty() ? "" : list + ".";
    std::vector<ItemField> item;
    for (auto& field : fields_.TakeFrom(first)) {
      std::string path = field.name.starts_with(prefix) ? field.name.substr(prefix.size()) : "";
      item.push_back({.path = std::move(path), .field = std::move(field)});
    }
    for (auto& field : NamedByThemselves(std::move(item))) fields_.Add(std::move(field));
  }

  std::vector<Level> levels_;
  std::string alone_;
  FormFields& fields_;
};

bool ReadLayer(std::string_view body, int layers, FormFields& fields) {
  Flattener flattener(fields);
  if (!json::sax_parse(JsonRepaired(body), &flattener)) return false;
  const std::string& alone = flattener.alone();
  const bool is_within = layers < kMostLayers && (alone.starts_with('{') || alone.starts_with('['));
  if (is_within && ReadLayer(alone, layers + 1, fields)) return true;
  if (!alone.empty()) fields.Add({.name = kTextName, .value = alone, .charset = "utf-8"});
  return true;
}

}  // namespace

bool ReadJsonForm(std::string_view body, FormFields& fields) { return ReadLayer(body, 1, fields); }

}  // namespace voronka::gateway
