#include "demo/life/invented_person.h"

#include <fmt/format.h>

#include <string_view>

#include "demo/life/chance.h"

namespace voronka::demo {
namespace {

constexpr std::string_view kMen[] = {"Алексей", "Андрей", "Артём",  "Виктор", "Денис",  "Егор",
                                     "Иван",    "Илья",   "Кирилл", "Максим", "Михаил", "Никита",
                                     "Павел",   "Роман",  "Сергей", "Тимур",  "Фёдор",  "Юрий"};
constexpr std::string_view kWomen[] = {"Алина",  "Варвара", "Галина", "Дарья",    "Екатерина", "Жанна",
                                       "Зоя",    "Ирина",   "Ксения", "Лариса",   "Мария",     "Надежда",
                                       "Оксана", "Полина",  "Регина", "Светлана", "Татьяна",   "Юлия"};

struct LastName {
  std::string_view man;
  std::string_view woman;
  std::string_view latin;
};

constexpr LastName kLastNames[] = {
    {"Абрамов", "Абрамова", "abramov"},   {"Белов", "Белова", "belov"},        {"Васильев", "Васильева", "vasilev"},
    {"Голубев", "Голубева", "golubev"},   {"Громов", "Громова", "gromov"},     {"Ершов", "Ершова", "ershov"},
    {"Жуков", "Жукова", "zhukov"},        {"Зайцев", "Зайцева", "zaytsev"},    {"Ильин", "Ильина", "ilin"},
    {"Калинин", "Калинина", "kalinin"},   {"Климов", "Климова", "klimov"},     {"Лебедев", "Лебедева", "lebedev"},
    {"Макаров", "Макарова", "makarov"},   {"Морозов", "Морозова", "morozov"},  {"Николаев", "Николаева", "nikolaev"},
    {"Орлов", "Орлова", "orlov"},         {"Павлов", "Павлова", "pavlov"},     {"Родионов", "Родионова", "rodionov"},
    {"Савельев", "Савельева", "savelev"}, {"Соколов", "Соколова", "sokolov"},  {"Тарасов", "Тарасова", "tarasov"},
    {"Устинов", "Устинова", "ustinov"},   {"Филатов", "Филатова", "filatov"},  {"Хомяков", "Хомякова", "khomyakov"},
    {"Шевцов", "Шевцова", "shevtsov"},    {"Яковлев", "Яковлева", "yakovlev"},
};

constexpr std::string_view kJobTitles[] = {
    "директор",         "главный бухгалтер", "закупщик", "инженер",   "коммерческий директор",
    "начальник склада", "офис-менеджер",     "прораб",   "снабженец", "товаровед"};

constexpr int kHaveEmail = 60;

}  // namespace

std::string InventedPhone(int number) { return fmt::format("+7907{:07}", number); }

InventedPerson PersonNumber(uint64_t seed, int number) {
  Chance chance(seed, "person", static_cast<uint64_t>(number));
  const bool is_woman = chance.Percent(50);
  const LastName& last = chance.OneOf(kLastNames);
  InventedPerson person;
  person.name = is_woman ? fmt::format("{} {}", chance.OneOf(kWomen), last.woman)
                         : fmt::format("{} {}", chance.OneOf(kMen), last.man);
  person.phone = InventedPhone(number);
  if (chance.Percent(kHaveEmail)) person.email = fmt::format("{}.{}@example.com", last.latin, number + 1);
  person.job_title = chance.OneOf(kJobTitles);
  return person;
}

}  // namespace voronka::demo
