#include "demo/life/said.h"

#include <algorithm>

namespace voronka::demo {
namespace {

constexpr std::string_view kTalks[] = {"Поговорили: бюджет согласован, ждут решения директора.",
                                       "Клиент сравнивает с другим поставщиком.",
                                       "Просит перезвонить после обеда, будет у компьютера.",
                                       "Обсудили сроки, всё устраивает.",
                                       "Отправил расчёт на почту, обещал посмотреть сегодня.",
                                       "Решение принимают вдвоём, второй в отпуске до среды.",
                                       "Интересуется рассрочкой.",
                                       "Доволен, хочет работать дальше."};
constexpr std::string_view kUnansweredCalls[] = {"Не берёт трубку.", "Сбросил вызов.", "Абонент недоступен.",
                                                 "Секретарь обещала передать, не перезвонили."};
constexpr std::string_view kUnreadMessages[] = {"Написал в мессенджер, не прочитано.",
                                                "Отправил письмо с вопросом, ответа нет."};
constexpr std::string_view kObjections[] = {"Дорого", "Надо подумать", "Уже есть поставщик", "Не устраивают сроки"};
constexpr std::string_view kReasonsToAgree[] = {"Звонил и писал в разные дни, клиент не отвечает. Закрываем?",
                                                "Три попытки без ответа, другого контакта у компании нет."};
constexpr std::string_view kWordsOfApproval[] = {"Согласовано.", "Закрывай, через месяц напомним о себе."};
constexpr std::string_view kLosses[] = {"Нашли дешевле у местного поставщика.", "Перенесли закупку на следующий год.",
                                        "Бюджет урезали вдвое, под него у нас ничего нет.",
                                        "Решили обойтись своими силами."};
constexpr std::string_view kTooExpensive[] = {"Бюджет урезали вдвое.", "Скидки в 10 % не хватило."};
constexpr std::string_view kBoughtElsewhere[] = {"Взяли у местного поставщика, там было в наличии.",
                                                 "Ушли туда, где обещали быстрее."};
constexpr std::string_view kUnreachable[] = {"Три звонка и два письма за неделю, ответа нет."};
constexpr std::string_view kTasks[] = {"Перезвонить клиенту",     "Уточнить, что решили",   "Отправить расчёт",
                                       "Напомнить об оплате",     "Согласовать дату",       "Прислать договор",
                                       "Спросить, всё ли пришло", "Подготовить предложение"};
constexpr std::string_view kResults[] = {"Договорились, ждём ответа.", "Дозвонился, всё в силе.", "Отправлено.",
                                         "Клиент подтвердил."};

constexpr std::string_view kNeeds[] = {"Нужно к концу месяца, важны сертификаты.", "Объект в области, своя разгрузка.",
                                       "Закупают каждый квартал, хотят скидку за объём."};
constexpr std::string_view kOrderLines[] = {"Кабель 3×2,5 — 2 км\nАвтоматы 16 А — 40 шт.",
                                            "Светильники 36 Вт — 60 шт.\nКрепёж — комплект",
                                            "Лоток 200×50 — 120 м\nКрышки — 120 м"};
constexpr std::string_view kComplaints[] = {"В партии три повреждённые бухты, есть фото.",
                                            "Приехал не тот цвет, просят заменить до пятницы.",
                                            "Не хватает двух позиций из накладной."};
constexpr std::string_view kSubjects[] = {"Оборудование для цеха", "Складская техника", "Расходные материалы",
                                          "Монтаж и пусконаладка"};
constexpr std::string_view kRequirements[] = {"Поставка до 15-го числа, нужна пусконаладка.",
                                              "Гарантия два года, оплата в два этапа.",
                                              "Напряжение 380 В, место под установку готово."};
constexpr std::string_view kSegments[] = {"производство", "мастерская", "строители", "перепродажа"};
constexpr std::string_view kTalkGoals[] = {"Подписать дилерский договор", "Договориться о первой партии",
                                           "Увеличить заказ вдвое", "Вернуть на прежний объём"};
constexpr std::string_view kPayments[] = {"картой на сайте", "по счёту", "при получении"};
constexpr std::string_view kDeliveries[] = {"курьером", "транспортной компанией", "почтой", "в пункт выдачи"};
constexpr std::string_view kTerms[] = {"3 дня", "к пятнице", "до конца недели", "7–10 дней"};
constexpr std::string_view kTracks[] = {"RA644000001RU", "RA644000002RU", "RA644000003RU", "RA644000004RU"};
constexpr std::string_view kTowns[] = {"Москва", "Казань", "Омск, +3 часа", "Тула", "Пермь, +2 часа", "Самара"};
constexpr std::string_view kBreakages[] = {"Не держит заднюю передачу, скрипит каретка.",
                                           "Пробита камера, спущен тормоз.", "Не включается после дождя.",
                                           "Погнут обод, нужна правка."};
constexpr std::string_view kSources[] = {"реклама во ВКонтакте", "поиск", "совет знакомых", "вебинар"};
constexpr std::string_view kStudyGoals[] = {"Сдать экзамен на 80+", "Сменить профессию за год",
                                            "Говорить в поездках без переводчика", "Подтянуть школьную программу"};
constexpr std::string_view kCourses[] = {"Английский B1", "Python с нуля", "Математика, профиль", "Аналитик данных"};
constexpr std::string_view kGroups[] = {"Вечер, вт и чт", "Утро, сб", "Интенсив, будни", "Мини-группа 4"};
constexpr std::string_view kAccesses[] = {"Модули 1–4, записи уроков", "Весь курс на год", "Пробный модуль"};
constexpr std::string_view kTeachers[] = {"Елена Сергеевна", "Глеб Андреевич", "Марк", "Анастасия Юрьевна"};
constexpr std::string_view kGeneralWords[] = {"Записано со слов клиента", "Уточнено по телефону"};

struct SaidUnder {
  std::string_view label;
  Lines lines;
};

constexpr SaidUnder kSaid[] = {
    {"Потребности", kNeeds},
    {"Состав заказа", kOrderLines},
    {"Обращение", kComplaints},
    {"Предмет сделки", kSubjects},
    {"Требования", kRequirements},
    {"Сегментация", kSegments},
    {"Цель переговоров", kTalkGoals},
    {"Форма оплаты", kPayments},
    {"Способ доставки", kDeliveries},
    {"Сроки поставки", kTerms},
    {"Номер трекера", kTracks},
    {"Город", kTowns},
    {"Что сломалось", kBreakages},
    {"Источник", kSources},
    {"Цель занятий", kStudyGoals},
    {"Выбран Курс/Урок", kCourses},
    {"Группа", kGroups},
    {"Доступ к курсам", kAccesses},
    {"Преподаватель", kTeachers},
    {"Комментарий при провале", kLosses},
    {"Причина отказа", kLosses},
};

struct WordsOfReason {
  std::string_view reason;
  Lines lines;
};

constexpr WordsOfReason kWordsOfLoss[] = {{"too_expensive", kTooExpensive},
                                          {"bought_elsewhere", kBoughtElsewhere},
                                          {"unreachable", kUnreachable},
                                          {"other", kLosses}};

}  // namespace

Lines SaidIn(std::string_view label) {
  const auto* found = std::ranges::find(kSaid, label, &SaidUnder::label);
  return found == std::end(kSaid) ? Lines(kGeneralWords) : found->lines;
}

Lines NotesOfTalks() { return kTalks; }
Lines UnansweredCalls() { return kUnansweredCalls; }
Lines UnreadMessages() { return kUnreadMessages; }
Lines Objections() { return kObjections; }
Lines ReasonsToAgree() { return kReasonsToAgree; }
Lines WordsOfApproval() { return kWordsOfApproval; }

Lines WordsOfLoss(std::string_view reason) {
  const auto* found = std::ranges::find(kWordsOfLoss, reason, &WordsOfReason::reason);
  return found == std::end(kWordsOfLoss) ? Lines() : found->lines;
}

Lines TaskTexts() { return kTasks; }
Lines TaskResults() { return kResults; }

}  // namespace voronka::demo
