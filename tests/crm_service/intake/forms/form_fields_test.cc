#include "crm_service/intake/forms/form_fields.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "crm_service/intake/forms/field_label.h"

namespace voronka::crm {
namespace {

std::string TargetOf(const std::string& name, const v1::Form& form = {}) { return FormFields(form).TargetOf(name); }

TEST(FieldLabel, IsTheSameInEverySpelling) {
  for (const char* name : {"Your Name", "your-name", "your_name", " YOUR NAME* ", "Your Name:", "yourName",
                           "your name?", "Your\u00A0Name", "You\u00ADr Na\u200Bme"}) {
    EXPECT_EQ(LabelOf(name), "yourname") << name;
  }
  EXPECT_EQ(LabelOf("Счёт"), LabelOf("счет"));
  EXPECT_EQ(LabelOf("и\u0306"), LabelOf("Й"));
  EXPECT_EQ(LabelOf("📞"), "📞");
  EXPECT_EQ(LabelOf(" "), "");
}

TEST(FormFields, ReadEverydayLabels) {
  const std::map<std::string, std::vector<const char*>> usual = {
      {"client_name",
       {"Ваше имя*", "Ваше имя *", "Имя*", "Ваше имя:", "Name*", "Your Name", "your name", "yourName", "Как вас зовут?",
        "No Label name", "Имя (обязательно)", "Имя и фамилия", "Введите ваше имя", "user_name", "contact-name",
        "1. Ваше имя", "Client Name", "Full Name", "ФИО:"}},
      {"first_name", {"names[first_name]", "First Name *", "q3_name.first", "name[first]"}},
      {"last_name", {"names[last_name]", "Last Name", "q3_name.last", "Фамилия*"}},
      {"phone",
       {"Телефон*",
        "Телефон:",
        "Phone*",
        "phone-number",
        "Phone Number",
        "phoneNumber",
        "Мобильный телефон",
        "Контактный телефон",
        "Ваш номер телефона",
        "Тел.",
        "user_phone",
        "contact_phone",
        "mobile_phone",
        "No Label phone",
        "order.phone",
        "Телефон для связи",
        "phone2",
        "Телефон 2",
        "q5_phoneNumber.full",
        "form_fields[phone]",
        "FIELDS[PHONE][0][VALUE]",
        "Your phone (required)",
        "Телефон для обратной связи",
        "Телефон (WhatsApp)",
        "billing_phone",
        "visitor.phone"}},
      {"email",
       {"Email*", "E-mail:", "Email address", "Email Address", "email_address", "Эл. почта", "Ваша почта", "Ваш e-mail",
        "E-mail адрес", "user_email", "No Label email", "e_mail", "eMail", "Электронная почта *"}},
      {"messenger", {"Мессенджер", "Ваш мессенджер", "messenger"}},
      {"telegram", {"Telegram*", "Ваш Telegram", "Ник в Telegram", "Телеграм", "tg", "your_telegram"}},
      {"whatsapp", {"WhatsApp", "Ваш WhatsApp"}},
      {"vk", {"ВКонтакте", "Ссылка на VK", "vk"}},
      {"max", {"Ник в MAX"}},
      {"text",
       {"Комментарий*", "Ваше сообщение", "Ваш вопрос", "Текст", "description", "Your Message", "Textarea",
        "textarea-123", "Текст сообщения", "order.comment"}},
      {"utm.source",
       {"UTM_SOURCE", "utmSource", "utm.utm_source", "utm[utm_source]", "utm.source", "visit.utm_source",
        "extra.utm.source", "form_response.hidden.utm_source"}},
  };
  for (const auto& [target, names] : usual) {
    for (const char* name : names) EXPECT_EQ(TargetOf(name), target) << name;
  }
}

TEST(FormFields, ReadTheWrappersOfPrograms) {
  EXPECT_EQ(TargetOf("params.Имя"), "client_name");
  EXPECT_EQ(TargetOf("namedValues.Имя"), "client_name");
  EXPECT_EQ(TargetOf("contacts.name"), "client_name");
  EXPECT_EQ(TargetOf("fields[name][value]"), "client_name");
  EXPECT_EQ(TargetOf("payload.data.Phone Number"), "phone");
}

// The title of a form, and the phone of a shop, are not the client's.
TEST(FormFields, LeaveWhatBelongsToSomethingElse) {
  for (const char* name : {"form[name]",
                           "form.name",
                           "form.phone",
                           "form.email",
                           "form.comment",
                           "form_name",
                           "formname",
                           "page.name",
                           "page_name",
                           "site.phone",
                           "shop.email",
                           "meta.name",
                           "products.name",
                           "quiz.name",
                           "manager.phone",
                           "company.name",
                           "company_name",
                           "order.name",
                           "username",
                           "event.name",
                           "fields[name][id]",
                           "fields[name][title]",
                           "form.contact.phone",
                           "first_utm_source",
                           "no_phone",
                           "max",
                           "Вопрос 2",
                           "Название",
                           "utm.x",
                           "object.answers.question",
                           ""}) {
    EXPECT_EQ(TargetOf(name), kSentTarget) << name;
  }
}

TEST(FormFields, KnowConsentByItsUsualNames) {
  for (const char* name :
       {"privacy_policy", "privacy-policy", "personal-data", "personal_data", "gdpr_consent", "agree_terms", "accept",
        "policy", "terms", "Согласен", "Согласие", "Согласие на обработку персональных данных", "Согласие_на_обработку",
        "Я согласен с политикой конфиденциальности", "Checkbox", "acceptance-1", "I agree to the privacy policy",
        "Даю согласие на обработку моих персональных данных*", "consent[]"}) {
    EXPECT_EQ(TargetOf(name), kConsentTarget) << name;
  }
}

TEST(FormFields, TakeNoOtherBoxForConsent) {
  for (const char* name :
       {"Checkbox_2", "checkbox-1[]", "Согласен на рассылку", "Согласие на получение рекламы и обработку данных",
        "Не согласен на обработку персональных данных", "personal_data_consent_text", "Согласование условий",
        "I do not agree to the privacy policy", "subscribe"}) {
    EXPECT_EQ(TargetOf(name), kSentTarget) << name;
  }
}

TEST(FormFields, KnowTheFormsOwnTextOfConsent) {
  v1::Form form;
  form.set_consent_text("Разрешаю обращаться ко мне, как угодно.");
  EXPECT_EQ(TargetOf("Разрешаю обращаться ко мне, как угодно", form), kConsentTarget);
}

TEST(FormFields, ObeyTheFormsMapFirst) {
  v1::Form form;
  (*form.mutable_field_map())["Checkbox"] = "sent";
  (*form.mutable_field_map())["form[phone]"] = "phone";
  (*form.mutable_field_map())["Ваш объект"] = "text";
  (*form.mutable_field_map())["field_1"] = "client_name";
  EXPECT_EQ(TargetOf("checkbox", form), kSentTarget);
  EXPECT_EQ(TargetOf("form[phone]", form), "phone");
  EXPECT_EQ(TargetOf("form.phone", form), "phone");
  EXPECT_EQ(TargetOf("ваш-объект*", form), "text");
  EXPECT_EQ(TargetOf("fields[field_1][value]", form), "client_name");
}

}  // namespace
}  // namespace voronka::crm
