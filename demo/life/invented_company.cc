#include "demo/life/invented_company.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "demo/life/chance.h"
#include "demo/life/invented_person.h"

namespace voronka::demo {
namespace {

struct FirmName {
  std::string_view russian;
  std::string_view latin;
};

constexpr FirmName kFirms[] = {
    {"Вектор", "vektor"},
    {"Гарант", "garant"},
    {"Заря", "zarya"},
    {"Импульс", "impuls"},
    {"Каскад", "kaskad"},
    {"Меридиан", "meridian"},
    {"Новый дом", "novy-dom"},
    {"Орион", "orion"},
    {"Парус", "parus"},
    {"Ромашка", "romashka"},
    {"Северный путь", "severny-put"},
    {"Тандем", "tandem"},
    {"Уют", "uyut"},
    {"Фарватер", "farvater"},
    {"Эталон", "etalon"},
    {"Ясный день", "yasny-den"},
};

// For whoever comes when the names are used up.
constexpr FirmName kBranches[] = {{"", ""}, {" плюс", "-plus"}, {"-М", "-m"}, {" Трейд", "-trade"}};

constexpr std::string_view kForms[] = {"ООО", "ООО", "ООО", "АО"};
constexpr std::string_view kCities[] = {"Тула", "Калуга", "Рязань", "Владимир", "Тверь", "Ярославль", "Воронеж"};
constexpr std::string_view kStreets[] = {"ул. Лесная", "ул. Заводская", "ул. Мира", "пр. Победы", "ул. Садовая"};

// Apart from those of people.
constexpr int kSwitchboards = 5'000'000;

}  // namespace

crm::v1::Company CompanyNumber(uint64_t seed, int number) {
  Chance chance(seed, "company", static_cast<uint64_t>(number));
  // Neighbours have different names as long as there are any.
  const std::size_t place = Chance(seed, "companies").Below(std::size(kFirms)) + static_cast<std::size_t>(number);
  const FirmName& firm = kFirms[place % std::size(kFirms)];
  const FirmName& branch = kBranches[place / std::size(kFirms) % std::size(kBranches)];
  crm::v1::Company company;
  company.set_name(fmt::format("{} «{}{}»", chance.OneOf(kForms), firm.russian, branch.russian));
  // No region has the code 00.
  company.set_tax_number(fmt::format("00{:08}", 10'000'000 + number));
  company.add_phones(InventedPhone(kSwitchboards + number));
  company.set_site(fmt::format("https://{}{}.example", firm.latin, branch.latin));
  company.set_address(fmt::format("{}, {}, {}", chance.OneOf(kCities), chance.OneOf(kStreets), chance.Between(1, 120)));
  return company;
}

}  // namespace voronka::demo
