#include "gateway/forms/named_values.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace voronka::gateway {
namespace {

// Where an item says the name. What programs compare comes before what people read.
constexpr std::array<std::string_view, 7> kNamePaths = {"name", "key", "field", "label", "title", "question", "q"};
constexpr std::array<std::string_view, 6> kValuePaths = {"value",        "values",        "answer",
                                                         "answer.value", "answer.values", "a"};

bool IsValue(const ItemField& part) { return std::ranges::find(kValuePaths, part.path) != kValuePaths.end(); }

bool IsNameAt(std::string_view path, const ItemField& part) {
  return part.path == path && !part.field.value.empty() && part.field.value.size() <= kLongestName;
}

std::vector<ItemField>::iterator NameIn(std::vector<ItemField>& item) {
  for (const std::string_view path : kNamePaths) {
    const auto found = std::ranges::find_if(item, [path](const ItemField& part) { return IsNameAt(path, part); });
    if (found != item.end()) return found;
  }
  return item.end();
}

std::string ValueAt(std::string_view path, const std::vector<ItemField>& item) {
  const auto found = std::ranges::find(item, path, &ItemField::path);
  return found == item.end() ? "" : found->field.value;
}

// Typeform names the value by its type, and the question by the name that the form's owner has given it (its `ref`).
// An address or a phone needs no such name.
void NameByTypeform(std::vector<ItemField>& item) {
  const std::string ref = ValueAt("field.ref", item);
  const std::string type = ValueAt("type", item);
  if (ref.empty() || ref.size() > kLongestName || type.empty()) return;
  const bool says_what = type == "email" || type == "phone_number";
  for (auto& part : item) {
    const bool is_choice = part.path == "choice.label" || part.path == "choices.labels";
    const bool is_value = is_choice || (part.path == type && part.path != "type");
    if (is_value) part.field.name = says_what ? type : ref;
  }
}

bool IsIndex(std::string_view segment) {
  return !segment.empty() && segment.find_first_not_of("0123456789") == std::string_view::npos;
}

// `a[b][0].c[]` gives a, b, 0, c.
std::vector<std::string> SegmentsOf(std::string_view name) {
  std::vector<std::string> segments(1);
  for (const char c : name) {
    if (c == '[' || c == '.') {
      segments.emplace_back();
    } else if (c != ']') {
      segments.back() += c;
    }
  }
  std::erase(segments, "");
  return segments;
}

void Append(const std::string& segment, std::string& path) {
  if (!path.empty()) path += '.';
  path += segment;
}

// A field's place in a list.
struct Place {
  // Of the item.
  std::string item;
  // Within the item.
  std::string path;
};

// `fields[0][answer][value]` is `answer.value` of the item `fields.0`. Nothing: the field is not in a list.
std::optional<Place> PlaceOf(const FormField& field) {
  if (field.name.size() > kLongestName) return std::nullopt;
  auto segments = SegmentsOf(field.name);
  // `values[0]` is a value of its item, not an item.
  while (!segments.empty() && IsIndex(segments.back())) segments.pop_back();
  const auto last_index = std::find_if(segments.rbegin(), segments.rend(), IsIndex).base();
  if (last_index == segments.begin()) return std::nullopt;
  Place place;
  std::for_each(segments.begin(), last_index, [&](const std::string& each) { Append(each, place.item); });
  std::for_each(last_index, segments.end(), [&](const std::string& each) { Append(each, place.path); });
  return place;
}

// Gathers the fields of one item, which follow one another.
class Items {
 public:
  void Add(FormField field) {
    const auto place = PlaceOf(field);
    if (!place || place->item != item_) Flush();
    if (!place) return named_.Add(std::move(field));
    item_ = place->item;
    parts_.push_back({.path = place->path, .field = std::move(field)});
  }

  FormFields Finished() && {
    Flush();
    return std::move(named_);
  }

 private:
  void Flush() {
    for (auto& field : NamedByThemselves(std::exchange(parts_, {}))) named_.Add(std::move(field));
  }

  std::string item_;
  std::vector<ItemField> parts_;
  FormFields named_;
};

}  // namespace

std::vector<FormField> NamedByThemselves(std::vector<ItemField> item) {
  const auto name = NameIn(item);
  const bool names = name != item.end() && std::ranges::any_of(item, IsValue);
  const std::string own = names ? name->field.value : "";
  if (names) item.erase(name);
  if (!names) NameByTypeform(item);
  std::vector<FormField> fields;
  for (auto& part : item) {
    if (names && IsValue(part)) part.field.name = own;
    fields.push_back(std::move(part.field));
  }
  return fields;
}

FormFields WithNamedItems(FormFields fields) {
  if (std::ranges::none_of(fields.all(), [](const FormField& field) { return PlaceOf(field).has_value(); })) {
    return fields;
  }
  Items items;
  for (const FormField& field : fields.all()) items.Add(field);
  return std::move(items).Finished();
}

}  // namespace voronka::gateway
