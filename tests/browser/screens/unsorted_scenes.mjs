// «Неразобранное»: inquiries that nobody has yet.
import { newPhone } from '../support/api.mjs';
import { url } from '../support/browser.mjs';

const long = 'Хотим закупать у вас регулярно: пришлите, пожалуйста, прайс, условия для дилеров и сроки доставки в регионы';

// In the pipeline, whose first stage is an incoming one. The second is declined, and a hidden one comes last.
export async function prepareUnsorted(admin, olga, pipeline) {
  const inquire = async (clientName, phone, values) => {
    const inquiry = { source: 'SOURCE_SITE', sourceName: 'Форма на сайте', clientName, phone, text: long, sent: { values } };
    return (await admin.change('InquiryService/SubmitInquiry', { inquiry, pipeline })).dealId;
  };
  const seven = () => newPhone().slice(-7);
  await inquire('Константин Константинопольский-Задунайский', `+7843${seven()}`, { Город: 'Казань', Компания: 'ООО «Ромашка»' });
  const spam = await inquire('Реклама', newPhone(), {});
  await admin.change('UnsortedService/DeclineUnsorted', { dealId: spam, lossReason: 'other', lossComment: 'Предлагают рекламу' });
  const hidden = await inquire('Ирина', newPhone(), { Регион: 'Приморский край' });
  await olga.change('UnsortedService/HideUnsorted', { dealId: hidden });
}

const listed = async (page) => {
  await page.goto(`${url}/unsorted`);
  await page.locator('[data-unsorted]').first().waitFor();
};

const shown = (name) => async (page) => {
  await page.goto(`${url}/unsorted`);
  await page.getByText(name).click();
  await page.locator('[data-unsorted]').first().waitFor();
};

const asked = (name) => async (page) => {
  await listed(page);
  await page.locator('[data-unsorted]').first().getByRole('button', { name }).click();
  await page.getByRole('dialog').waitFor();
};

export const unsortedScenes = {
  unsorted: listed,
  'unsorted-hidden': shown(/^(Скрытые мной|Hidden by me)$/),
  'unsorted-declined': shown(/^(Отклонённые|Declined)$/),
  'unsorted-decline': asked(/^(Отклонить|Decline)…$/),
  'unsorted-attach': asked(/^(К сделке|To a deal)…$/),
};
