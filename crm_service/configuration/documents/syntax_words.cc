#include "crm_service/configuration/documents/syntax_words.h"

#include <optional>
#include <string_view>
#include <vector>

namespace voronka::crm {
namespace {

struct Saying {
  // As protobuf's parsers of text and of JSON say it. `{}`: what the file has there.
  std::string_view en;
  // `{0}`: the first of these.
  std::string_view ru;
};

// The first that fits counts.
constexpr Saying kSayings[] = {
    {"{}a letter that is not Latin; such letters stand in straight quotes only",
     "Русские буквы пишут только в прямых кавычках."},
    {"Message type \"{}\" has no field named \"{}\".", "Поля «{1}» здесь не бывает."},
    {"{}: Cannot find field.", "Поля «{0}» не бывает."},
    {"Expected identifier, got: ", "Файл обрывается: не закрыта скобка."},
    {"Expected identifier, got: {}", "Здесь ожидалось имя поля, а стоит «{0}»."},
    {"Expected \"{}\", found \"\".", "Файл обрывается: ожидалось «{0}»."},
    {"Expected \"{}\", found \"{}\".", "Здесь ожидалось «{0}», а стоит «{1}»."},
    {"Expected integer or identifier, got: {}", "Здесь нужно одно из значений этого поля, а стоит «{0}»."},
    {"Expected integer, got: {}", "Здесь нужно целое число, а стоит «{0}»."},
    {"Expected double, got: {}", "Здесь нужно число, а стоит «{0}»."},
    {"Expected string, got: {}", "Здесь нужен текст в кавычках, а стоит «{0}»."},
    {"Integer out of range ({})", "Число {0} здесь не подходит: оно слишком велико."},
    {"Unknown enumeration value of \"{}\" for field \"{}\".", "У поля «{1}» нет значения «{0}»."},
    {"Invalid value for boolean field \"{}\". Value: \"{}\".", "У поля «{0}» бывает true или false, а стоит «{1}»."},
    {"Non-repeated field \"{}\" is specified multiple times.", "Поле «{0}» указано больше одного раза."},
    {"Field \"{}\" is specified along with field \"{}\", another member of oneof \"{}\".",
     "Поля «{0}» и «{1}» не указывают вместе."},
    {"String literals cannot cross line boundaries.", "Кавычка не закрыта до конца строки."},
    {"Unexpected end of string.{}", "Файл обрывается: не закрыта кавычка или скобка."},
    {"Invalid escape sequence in string literal.", "В кавычках после обратной косой черты стоит не то."},
    {"Message is too deep, the parser exceeded the configured recursion limit of {}.",
     "Слишком много вложенных скобок."},
    {"Expected : between key:value pair.{}", "Между именем поля и его значением нужно двоеточие."},
    {"Expected , or ] after array value.{}", "В списке нужна запятая или закрывающая скобка ]."},
    {"Expected , or } after key:value pair.{}", "После значения поля нужна запятая или закрывающая скобка }."},
    {"Expected a value.{}", "Здесь нужно значение."},
    {"Expected an object key or }.{}", "Здесь ожидалось имя поля в кавычках или закрывающая скобка }."},
    {"{}: invalid value {} for type {}", "У поля «{0}» значение другого вида: {1}."},
};

constexpr std::string_view kHole = "{}";

// What stands in the holes of the pattern. Nullopt: the text is another.
std::optional<std::vector<std::string_view>> InHolesOf(std::string_view pattern, std::string_view text) {
  std::vector<std::string_view> found;
  auto hole = pattern.find(kHole);
  if (!text.starts_with(pattern.substr(0, hole))) return std::nullopt;
  while (hole != std::string_view::npos) {
    text.remove_prefix(hole);
    pattern.remove_prefix(hole + kHole.size());
    hole = pattern.find(kHole);
    const auto next = pattern.substr(0, hole);
    // What comes last reaches to the end.
    const auto end = hole == std::string_view::npos ? text.size() - next.size() : text.find(next);
    if (text.size() < next.size() || end == std::string_view::npos || !text.substr(end).starts_with(next)) {
      return std::nullopt;
    }
    found.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (text != pattern) return std::nullopt;
  return found;
}

// With `{0}`, `{1}` filled in.
std::string Filled(std::string_view words, const std::vector<std::string_view>& holes) {
  std::string text;
  for (size_t at = 0; at < words.size(); ++at) {
    const bool is_hole = words[at] == '{' && at + 2 < words.size() && words[at + 2] == '}';
    if (is_hole) {
      text += holes.at(static_cast<size_t>(words[at + 1] - '0'));
      at += 2;
    } else {
      text += words[at];
    }
  }
  return text;
}

}  // namespace

rpc::Text SyntaxWords(const std::string& said) {
  for (const auto& saying : kSayings) {
    if (const auto holes = InHolesOf(saying.en, said)) return {said, Filled(saying.ru, *holes)};
  }
  return {said, "Файл не читается. Программа чтения говорит: «" + said + "»."};
}

}  // namespace voronka::crm
