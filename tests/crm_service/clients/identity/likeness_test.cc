#include "crm_service/clients/identity/likeness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Suspect;

v1::Contact ContactOf(const std::string& name, const std::string& city) {
  v1::Contact contact;
  contact.set_name(name);
  if (!city.empty()) (*contact.mutable_fields())[kCityField].set_text(city);
  return contact;
}

TEST(Likenesses, OfContactsAreNameAndCity) {
  const auto one = LikenessesOf(ContactOf("Пётр Иванов", "Тверь"));
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].reason, Suspect::REASON_NAME_AND_CITY);
  EXPECT_EQ(one, LikenessesOf(ContactOf("иванов  Петр", "тверь")));
  EXPECT_NE(one, LikenessesOf(ContactOf("Пётр Иванов", "Москва")));
}

TEST(Likenesses, AreNoneOfANameAlone) {
  EXPECT_THAT(LikenessesOf(ContactOf("Пётр Иванов", "")), IsEmpty());
  EXPECT_THAT(LikenessesOf(ContactOf("Пётр", "Тверь")), IsEmpty());
  EXPECT_THAT(LikenessesOf(ContactOf("—", "Тверь")), IsEmpty());
}

TEST(Likenesses, OfContactsAreTypedPhonesByTheirDigits) {
  auto contact = ContactOf("", "");
  contact.add_phones("12-34-56");
  contact.add_phones("+79160000001");
  EXPECT_THAT(LikenessesOf(contact), ElementsAre(Likeness{Suspect::REASON_PHONE, "123456"}));
}

TEST(Likenesses, OfCompaniesAreAllThatNamesThem) {
  v1::Company company;
  company.set_name("ООО «Ромашка»");
  company.set_tax_number("7701234567");
  company.add_phones("+74950000001");
  company.add_emails("zakaz@romashka.example");
  EXPECT_THAT(LikenessesOf(company), ElementsAre(Likeness{Suspect::REASON_PHONE, "+74950000001"},
                                                 Likeness{Suspect::REASON_EMAIL, "zakaz@romashka.example"},
                                                 Likeness{Suspect::REASON_TAX_NUMBER, "7701234567"},
                                                 Likeness{Suspect::REASON_NAME, "ромашка"}));
}

}  // namespace
}  // namespace voronka::crm
