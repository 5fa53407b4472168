#include "crm_service/clients/identity/messenger.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

// Empty: it is not clear whose account it is.
std::string AccountIn(const std::string& text) {
  const auto point = MessengerPoint(text);
  if (!point) return "";
  EXPECT_EQ(point->kind, ContactPoint::kMessenger);
  return point->value;
}

TEST(Messenger, IsReadHoweverItIsWritten) {
  for (const char* text : {"@Ivanov", "https://t.me/ivanov", "t.me/Ivanov/?start=1", "tg: @ivanov", "Телеграм ivanov",
                           "  telegram:ivanov ", "http://www.telegram.me/ivanov", "tg://resolve?domain=ivanov&start=1",
                           "tg:resolve?domain=Ivanov"}) {
    EXPECT_EQ(AccountIn(text), "telegram:ivanov") << text;
  }
  for (const char* text : {"https://vk.com/id123", "m.vk.com/ID123", "вк: id123", "VK @id123", "vk.ru/id123#wall"}) {
    EXPECT_EQ(AccountIn(text), "vk:id123") << text;
  }
  for (const char* text : {"WhatsApp: 8 (916) 123-45-67", "https://wa.me/79161234567", "ватсап +7 916 123-45-67",
                           "https://api.whatsapp.com/send?phone=79161234567&text=a"}) {
    EXPECT_EQ(AccountIn(text), "whatsapp:+79161234567") << text;
  }
  EXPECT_EQ(AccountIn("instagram.com/Ivan.Petrov/"), "instagram:ivan.petrov");
}

TEST(Messenger, KeepsTheCaseOfATokenOfMax) {
  EXPECT_EQ(AccountIn("https://max.ru/u/f9LHod"), "max:u/f9LHod");
  EXPECT_EQ(AccountIn("макс: f9LHod"), "max:f9LHod");
}

TEST(Messenger, StaysAsItIsStored) {
  for (const char* stored :
       {"telegram:ivanov", "vk:id123", "max:u/f9LHod", "whatsapp:+79161234567", "instagram:ivan"}) {
    EXPECT_EQ(AccountIn(stored), stored);
  }
}

TEST(Messenger, IsNoneIfTheNetworkOrTheAccountIsNotClear) {
  for (const char* text : {"", "ivanov", "t.me/", "https://example.com/ivanov", "tg: ivan petrov", "whatsapp: ivanov",
                           "petr@example.com", "+79161234567", "@iv", "telegram.example/ivanov"}) {
    EXPECT_EQ(AccountIn(text), "") << text;
  }
}

}  // namespace
}  // namespace voronka::crm
