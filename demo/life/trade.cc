#include "demo/life/trade.h"

#include <algorithm>

namespace voronka::demo {
namespace {

constexpr std::string_view kFirstSales[] = {
    "Кабель ВВГнг 3×2,5, 5 км",     "Щит учёта на 40 модулей",     "Лотки для серверной",
    "Светильники на склад, 60 шт.", "Автоматы и УЗО для школы",    "Кабель КГ 4×16 в бухтах",
    "Гофра и крепёж, паллета",      "Электрика для кафе под ключ", "Розетки и выключатели, 300 шт.",
    "Провод СИП для посёлка",       "Освещение парковки",          "Кабель для насосной станции"};
constexpr std::string_view kRepeatSales[] = {"Дозаказ кабеля, 2 км",        "Автоматы, ежемесячная поставка",
                                             "Светильники, вторая очередь", "Расходники на квартал",
                                             "Повтор мартовского заказа",   "Муфты и наконечники"};
constexpr std::string_view kClaims[] = {"Пришла не та маркировка", "Недовоз: не хватает бухты",
                                        "Повреждена упаковка",     "Светильники мигают",
                                        "Ошибка в накладной",      "Просят замену автомата"};

constexpr std::string_view kNewDealers[] = {
    "Дилерство в Казани",   "Магазин у метро, первая партия", "Сеть из трёх салонов", "Интернет-магазин, пробный заказ",
    "Выход в Екатеринбург", "Стенд и образцы для салона",     "Дилер на Кубани",      "Корнер в торговом центре"};
constexpr std::string_view kRegularClients[] = {"Майский заказ",    "Пополнение склада",         "Сезонная коллекция",
                                                "Заказ под объект", "Срочная дозагрузка машины", "Образцы новой серии"};
constexpr std::string_view kErrands[] = {"Подготовить стенд к выставке", "Собрать отзывы дилеров",
                                         "Обновить прайс по регионам",   "Съездить к дилеру в Тверь",
                                         "Сверка с бухгалтерией",        "Фотографии образцов для сайта"};

constexpr std::string_view kTrade[] = {"Станок лазерной резки", "Компрессор на 500 л", "Сварочный пост",
                                       "Стеллажи на склад",     "Упаковочная линия",   "Конвейер 12 м",
                                       "Фильтры на полгода",    "Вытяжка в цех",       "Погрузчик, б/у",
                                       "Пресс на 40 т",         "Инструмент бригаде",  "Пусконаладка станка"};

constexpr std::string_view kLeather[] = {
    "Портмоне из кожи питона",    "Два кошелька в подарок",  "Ремень и визитница", "Портфель с гравировкой",
    "Обложки на паспорт, 20 шт.", "Картхолдер, цвет коньяк", "Чехол для очков",    "Подарочный набор директору"};

constexpr std::string_view kLessons[] = {
    "Английский, уровень B1",   "Подготовка к ЕГЭ по математике", "Python с нуля",          "Испанский для поездки",
    "Курс по аналитике данных", "Рисование для подростка",        "Разговорный английский", "Дизайн интерьера"};
constexpr std::string_view kWebinars[] = {"Вебинар «Профессия аналитик»", "Вебинар «Английский за год»",
                                          "Вебинар «Первая программа»", "Вебинар «ЕГЭ без паники»"};
constexpr std::string_view kWarmingUp[] = {"Рассылка о летних курсах", "Смотрел записи вебинаров",
                                           "Ждёт скидку на курс", "Спрашивал о рассрочке"};

constexpr std::string_view kRepairs[] = {"Горный велосипед: переключатель", "Детский велосипед: камера и тормоз",
                                         "Электросамокат не заряжается",    "Шоссейник: обслуживание к сезону",
                                         "Восьмёрка на заднем колесе",      "Складной велосипед: цепь и звёзды"};

constexpr std::string_view kAnything[] = {"Заказ по телефону", "Запрос с сайта", "Повторное обращение"};

constexpr Trade kTrades[] = {
    {"wholesale", "first_sales", kFirstSales, 20'000, 900'000, 70},
    {"wholesale", "repeat_sales", kRepeatSales, 15'000, 400'000, 80},
    {"wholesale", "claims", kClaims, 0, 0, 70},
    {"dealers", "new_dealers", kNewDealers, 100'000, 1'500'000, 90},
    {"dealers", "regular_clients", kRegularClients, 80'000, 900'000, 90},
    {"dealers", "todo", kErrands, 0, 0, 60},
    {"trade_b24", "sales", kTrade, 40'000, 2'500'000, 80},
    {"osiris", "leads", kLeather, 3'000, 60'000, 20},
    {"osiris", "sales", kLeather, 3'000, 60'000, 20},
    {"school", "sales", kLessons, 9'000, 120'000, 5},
    {"school", "webinars", kWebinars, 4'000, 40'000, 5},
    {"school", "warming_up", kWarmingUp, 0, 0, 5},
    {"small", "repairs", kRepairs, 500, 9'000, 5},
};
constexpr Trade kGeneral{"", "", kAnything, 5'000, 200'000, 40};

struct Inquiries {
  std::string_view solution;
  Lines texts;
};

constexpr std::string_view kAskCables[] = {"Добрый день! Пришлите прайс на кабель, нужно около 5 км.",
                                           "Есть ли в наличии светильники для склада? Сколько ехать до Калуги?",
                                           "Нужен счёт на щит учёта, реквизиты пришлю."};
constexpr std::string_view kAskDealership[] = {"Хотим стать вашим дилером в Казани. Какие условия?",
                                               "Здравствуйте! Пришлите оптовый прайс и условия отсрочки.",
                                               "У нас два салона в Перми, интересны образцы."};
constexpr std::string_view kAskMachines[] = {"Сколько стоит компрессор на 500 литров с доставкой?",
                                             "Нужен станок лазерной резки, лист до 6 мм. Перезвоните.",
                                             "Интересует упаковочная линия, есть ли лизинг?"};
constexpr std::string_view kAskLessons[] = {"Хочу на пробный урок английского, удобно вечером.",
                                            "Сколько длится курс Python и есть ли рассрочка?",
                                            "Ребёнку 15 лет, нужна подготовка к экзамену."};
constexpr std::string_view kAskRepairs[] = {"Не переключаются передачи. Когда можно привезти?",
                                            "Сколько стоит обслуживание велосипеда к сезону?",
                                            "Пробил камеру, почините сегодня?"};
constexpr std::string_view kAskAnything[] = {"Здравствуйте! Перезвоните, пожалуйста.", "Сколько это стоит?"};

constexpr Inquiries kInquiries[] = {{"wholesale", kAskCables}, {"dealers", kAskDealership}, {"trade_b24", kAskMachines},
                                    {"school", kAskLessons},   {"small", kAskRepairs},      {"", kAskAnything}};

}  // namespace

const Trade& TradeOf(std::string_view solution, std::string_view pipeline) {
  const auto* found = std::ranges::find_if(
      kTrades, [&](const Trade& trade) { return trade.solution == solution && trade.pipeline == pipeline; });
  return found == std::end(kTrades) ? kGeneral : *found;
}

Lines InquiriesTo(std::string_view solution) {
  const auto* found = std::ranges::find(kInquiries, solution, &Inquiries::solution);
  return found == std::end(kInquiries) ? std::end(kInquiries)[-1].texts : found->texts;
}

}  // namespace voronka::demo
