#include "crm_service/clients/identity/contact_point.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/clients/identity/emails_in.h"
#include "crm_service/clients/identity/phones_in.h"

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Those that could not be read begin with a `?`.
std::vector<std::string> Phones(const std::string& text) {
  std::vector<std::string> phones;
  for (const auto& point : PhonesIn(text)) {
    phones.push_back((point.kind == ContactPoint::kTypedPhone ? "?" : "") + point.value);
  }
  return phones;
}

TEST(PhonePoint, IsTheSameForEveryNotationOfANumber) {
  for (const char* written :
       {"+79161234567", "8 (916) 123-45-67", "8-916-123-45-67", "79161234567", "9161234567", "+7 916 123.45.67",
        "8 916 1234567", "8 916 123\u201145\u201167", "+7\u00A0916\u00A0123-45-67", "\u202A+79161234567\u202C",
        "8 916 123–45–67", "тел. 8 916 123-45-67", "+7 916 123-45-67 (WhatsApp)", "+8 916 123 45 67",
        "tel:+79161234567", "(+7) 916 123-45-67", "８９１６１２３４５６７", "звонить с 9 до 18: 8 916 123-45-67"}) {
    const auto point = PhonePoint(written);
    ASSERT_TRUE(point.has_value()) << written;
    EXPECT_EQ(point->value, "+79161234567") << written;
    EXPECT_EQ(PhonesIn(written).size(), 1U) << written;
  }
}

TEST(PhonePoint, KeepsAnExplicitCountryCode) {
  EXPECT_EQ(PhonePoint("+375 29 123-45-67")->value, "+375291234567");
  EXPECT_EQ(PhonePoint("+49 30 123456")->value, "+4930123456");
}

TEST(PhonePoint, GuessesTheIntendedNumber) {
  EXPECT_EQ(PhonePoint("+8 916 123 45 67")->value, "+79161234567");
  EXPECT_EQ(PhonePoint("00 49 30 123456")->value, "+4930123456");
  EXPECT_EQ(PhonePoint("(00 49) 30-123456")->value, "+4930123456");
  EXPECT_EQ(PhonePoint("8 10 49 30 123456")->value, "+4930123456");
  EXPECT_EQ(PhonePoint("+84 912 345 678")->value, "+84912345678");
}

TEST(PhonePoint, ReadsTheNumbersOfNeighboursAsTheyWriteThem) {
  for (const char* written : {"80 29 123-45-67", "375291234567", "375 29 123 45 67", "+375 (29) 123-45-67"}) {
    EXPECT_EQ(PhonePoint(written)->value, "+375291234567") << written;
  }
  EXPECT_EQ(PhonePoint("998 90 123 45 67")->value, "+998901234567");
}

// Operators get new codes before any table knows of them.
TEST(PhonePoint, IsAnyNumberOfAPossibleLength) {
  EXPECT_EQ(PhonePoint("+998 50 123-45-67")->value, "+998501234567");
  EXPECT_EQ(PhonePoint("+998 20 123-45-67")->value, "+998201234567");
  EXPECT_EQ(PhonePoint("00998 20 123-45-67")->value, "+998201234567");
  EXPECT_EQ(PhonePoint("998 20 123-45-67")->value, "+998201234567");
  EXPECT_EQ(PhonePoint("8 (979) 123-45-67")->value, "+79791234567");
}

TEST(PhonePoint, HasTheExtension) {
  for (const char* written :
       {"8 495 123-45-67 доб. 123", "8 495 123-45-67, доб. 123", "+7 (495) 123-45-67 (доб.123)", "84951234567 вн. 123",
        "8 495 123-45-67 добавочный № 123", "8 495 123 45 67 #123", "+74951234567;ext=123", "8 495 123-45-67 ext. 123",
        "+7 495 123 45 67 x123", "84951234567,123", "8 495 123-45-67 ДОБ 123 (Анна)"}) {
    EXPECT_THAT(Phones(written), ElementsAre("+74951234567;ext=123")) << written;
  }
}

TEST(PhonePoint, IsIdempotent) {
  for (const char* written : {"8 (916) 123-45-67", "+49 30 123456", "+52 1 1 924 211 2979", "+39 06 6982",
                              "8 495 123-45-67 доб. 007", "+998 20 123-45-67"}) {
    const auto point = PhonePoint(written);
    ASSERT_TRUE(point) << written;
    EXPECT_EQ(PhonePoint(point->value), point) << written;
  }
}

TEST(PhonePoint, IsEmptyForAnImpossibleNumber) {
  for (const char* written : {"123", "", "+", "8 916 123", "+7 916 123-45-67-89-01", "8 000 000-00-00"}) {
    EXPECT_FALSE(PhonePoint(written).has_value()) << written;
  }
}

TEST(PhonesIn, FindsEachNumber) {
  for (const char* written :
       {"8 916 123-45-67, 8 495 765-43-21", "8 916 123-45-67/8 495 765-43-21", "8 916 123-45-67 / 8 (495) 765-43-21",
        "8 916 123-45-67; дом. 8 495 765-43-21", "+7 916 123-45-67 +7 495 765-43-21", "89161234567 84957654321",
        "8 916 123-45-67 или 8 495 765-43-21", "8 916 123-45-67, 8 495 765-43-21, +7 916 123-45-67"}) {
    EXPECT_THAT(Phones(written), ElementsAre("+79161234567", "+74957654321")) << written;
  }
  EXPECT_THAT(Phones("8 495 123-45-67 доб. 12 / 8 916 123-45-67"), ElementsAre("+74951234567;ext=12", "+79161234567"));
  EXPECT_THAT(Phones("8 (495) 123-45-67/68"), ElementsAre("+74951234567", "+74951234568"));
}

TEST(PhonesIn, ReadsOneNumberWithASlash) { EXPECT_THAT(Phones("8 495/123-45-67"), ElementsAre("+74951234567")); }

TEST(PhonesIn, KeepsWhatItCannotReadAsItWasTyped) {
  EXPECT_THAT(Phones("Калуга, 2–34–56"), ElementsAre("?Калуга, 2-34-56"));
  EXPECT_THAT(Phones("8 916 123"), ElementsAre("?8 916 123"));
  EXPECT_THAT(Phones("8 000 000-00-00"), ElementsAre("?8 000 000-00-00"));
  EXPECT_THAT(Phones("+7 916 123-45-67, 2-34-56"), ElementsAre("+79161234567", "?2-34-56"));
}

TEST(PhonesIn, FindsNothingInWhatIsNoPhone) {
  for (const char* written :
       {"ira19851204@mail.example", "29.02.1985", "1985-02-29", "29/02/1985", "29.02.1985 14:00", "12 500,50 руб.",
        "12 500,50", "500 000 ₽", "12500 р", "$12500", "4111 1111 1111 1111", "4111111111111111", "ИНН 7701234567",
        "ИНН клиента: 770123456789", "ИНН/КПП 7701234567/770101001", "паспорт 4510 123456", "заказ № 12345",
        "карта 2200 7001"}) {
    EXPECT_THAT(Phones(written), IsEmpty()) << written;
  }
}

TEST(PhonesIn, FindsThePhoneBesideWhatIsNone) {
  for (const char* written :
       {"ira19851204@mail.example 89161234567", "89161234567/ira1985@mail.example", "79161234567@c.us",
        "29.02.1985 8 916 123-45-67", "8 916 123-45-67, 29.02.1985", "12 500 руб., 89161234567",
        "ИНН 7701234567, тел. 89161234567", "Заказ 89161234567", "+7 8 916 123-45-67"}) {
    EXPECT_THAT(Phones(written), ElementsAre("+79161234567")) << written;
  }
}

TEST(PhonesIn, FindsTheNumberAfterAnHour) {
  for (const char* written : {"звоните с 9 до 18 89161234567", "с 9 до 18 8 (916) 123-45-67", "кв 12 79161234567"}) {
    EXPECT_THAT(Phones(written), ElementsAre("+79161234567")) << written;
  }
  EXPECT_THAT(Phones("2-34-56 89161234567"), ElementsAre("?2-34-56", "+79161234567"));
  // Who has typed too many digits has not written the number that the last ones make.
  EXPECT_THAT(Phones("8 916 123 45 67 89"), ElementsAre("?8 916 123 45 67 89"));
  EXPECT_THAT(Phones("+380 8 916 123 45 67"), ElementsAre("?+380 8 916 123 45 67"));
}

TEST(PhonesIn, ReadsNumbersOfSpreadsheets) {
  EXPECT_THAT(Phones("79161234567.0"), ElementsAre("+79161234567"));
  EXPECT_THAT(Phones("9161234567.00"), ElementsAre("+79161234567"));
  EXPECT_THAT(Phones("7.9161234567E+10"), ElementsAre("+79161234567"));
}

TEST(PhonesIn, FindsNothingInTooFewDigits) {
  for (const char* written : {"", "123", "позвонить 12.05", "до 18"})
    EXPECT_THAT(Phones(written), IsEmpty()) << written;
}

TEST(EmailPoint, IgnoresCase) {
  EXPECT_EQ(EmailPoint("Petr@Example.COM")->value, "petr@example.com");
  EXPECT_EQ(EmailPoint("Пётр@Почта.РФ")->value, "пётр@почта.рф");
}

TEST(EmailPoint, IsTheSameForEveryNotationOfAnAddress) {
  for (const char* written : {"a@b.ru", "Пётр <a@b.ru>", "<a@b.ru>", "mailto:a@b.ru", "a@b.ru\u00A0", "a@b.ru\u200B",
                              "a@b.ru.", "\u200Ba@b.ru", "\"Пётр\" <A@B.RU>", "MAILTO:a@b.ru?bcc=x%40y.zz", "a＠b.ru",
                              "почта: a@b.ru", "(a@b.ru)", "\u202Aa@b.ru\u202C"}) {
    EXPECT_THAT(EmailsIn(written), ElementsAre("a@b.ru")) << written;
  }
}

TEST(EmailPoint, HasTheDomainInItsOwnLetters) {
  EXPECT_EQ(EmailPoint("zakaz@xn----7sbdqwjwi1a0h.xn--p1ai")->value, EmailPoint("zakaz@КАБЕЛЬ-опт.рф")->value);
  EXPECT_EQ(EmailPoint("zakaz@кабель-опт.рф")->value, "zakaz@кабель-опт.рф");
}

TEST(EmailPoint, ComposesLetters) {
  EXPECT_EQ(EmailPoint("пе\u0308тр@почта.рф")->value, "пётр@почта.рф");
  EXPECT_EQ(EmailPoint("П\u0415\u0308ТР@ПОЧТА.РФ")->value, "пётр@почта.рф");
}

TEST(EmailPoint, IsEmptyIfItIsNoSingleAddress) {
  for (const char* written : {"", "petr", "a@b", "a@@b.ru", "a@b@c.ru", "@b.ru", "a@.ru", "a@b..ru", "petr ivanov@b.ru",
                              "a@b.ru?bcc=x%40y.zz", "a@b.ru&cc=c.ru"}) {
    EXPECT_FALSE(EmailPoint(written).has_value()) << written;
  }
}

TEST(EmailsIn, FindsEachAddress) {
  EXPECT_THAT(EmailsIn("a@b.ru, Анна <c@d.ru>; A@b.ru"), ElementsAre("a@b.ru", "c@d.ru"));
  for (const char* written :
       {"a@b.ru c@d.ru", "a@b.ru,c@d.ru", "a@b.ru;c@d.ru", "a@b.ru/c@d.ru", "a@b.ru / c@d.ru", "a@b.ru|c@d.ru",
        "a@b.ru и c@d.ru", "a@b.ru or c@d.ru", "a@b.ru. C@d.ru.", "mailto:a@b.ru?cc=e@f.ru, c@d.ru"}) {
    EXPECT_THAT(EmailsIn(written), ElementsAre("a@b.ru", "c@d.ru")) << written;
    EXPECT_TRUE(ReadEmails(written).is_all_clear) << written;
  }
}

TEST(EmailsIn, KeepsApostrophes) {
  for (const char* address :
       {"tom.o'malley@example.com", "d'arcy.smith@example.com", "o\u2019neil@example.com", "ivan'@example.com"}) {
    EXPECT_THAT(EmailsIn(address), ElementsAre(address));
    EXPECT_THAT(EmailsIn("'" + std::string(address) + "'"), ElementsAre(address));
  }
}

TEST(EmailsIn, LeavesOutWhatStandsAround) {
  for (const char* written : {"a@b.ru/", "a@b.ru?", "«a@b.ru»", "'a@b.ru'", "\u2018a@b.ru\u2019", "*a@b.ru*", "✉a@b.ru",
                              "email=a@b.ru", "почта:a@b.ru", "E-mail:a@b.ru", "a@b.ru(рабочий)"}) {
    EXPECT_THAT(EmailsIn(written), ElementsAre("a@b.ru")) << written;
    EXPECT_TRUE(ReadEmails(written).is_all_clear) << written;
  }
}

// Rather none than somebody else's.
TEST(EmailsIn, DoesNotGuess) {
  for (const char* written : {"user:name@b.ru", "https://mail.ru/petr59@b.ru", "http://ivan32@ya.ru", "ivan28@ya.ruТел",
                              "Телivan@ya.ru", "petr @b.ru", "petr@ b.ru", "p@-b.ru", "p@b-.ru", "p@123.45.67.89",
                              "p@b.r", "a@b.ru?bcc=c@d.ru", "a@b.ru?to=c@d.ru", ".a@b.ru", "a.@b.ru", "a..b@c.ru"}) {
    EXPECT_THAT(EmailsIn(written), IsEmpty()) << written;
    EXPECT_FALSE(ReadEmails(written).is_all_clear) << written;
  }
  EXPECT_FALSE(ReadEmails("a@b.ru petr c@d.ru").is_all_clear);
  EXPECT_THAT(EmailsIn("p@" + std::string(64, 'a') + ".ru"), IsEmpty());
}

TEST(EmailsIn, PassesOverNamesInMessengers) {
  EXPECT_THAT(EmailsIn("@petr_78, a@b.ru"), ElementsAre("a@b.ru"));
  EXPECT_TRUE(ReadEmails("@petr_78, a@b.ru").is_all_clear);
}

TEST(EmailPoint, IsEmptyIfTooLongBeforeTheSign) {
  EXPECT_TRUE(EmailPoint(std::string(64, 'a') + "@b.ru").has_value());
  EXPECT_FALSE(EmailPoint(std::string(65, 'a') + "@b.ru").has_value());
}

TEST(EmailPoint, IsEmptyIfTooLongInLowerCase) {
  std::string written;
  for (int i = 0; i < 240; ++i) written += "İ";
  EXPECT_FALSE(EmailPoint(written + "@a.ru").has_value());
  EXPECT_FALSE(EmailPoint("").has_value());
}

}  // namespace
}  // namespace voronka::crm
