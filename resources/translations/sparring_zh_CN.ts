<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>sparring::ui::PartBox</name>
        <message>
            <source>Show its parameters</source>
            <translation>显示其参数</translation>
        </message>
        <message>
            <source>learning</source>
            <translation>学习中</translation>
        </message>
        <message>
            <source>resting</source>
            <translation>不变</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LayerBars</name>
        <message>
            <source>%1: hidden layer %2 half as wide, with the next start</source>
            <translation>%1：隐藏层 %2 宽度减半，下次开始时生效</translation>
        </message>
        <message>
            <source>%1: hidden layer %2 twice as wide, with the next start</source>
            <translation>%1：隐藏层 %2 宽度加倍，下次开始时生效</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::AnatomyView</name>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Teacher</source>
            <translation>教师</translation>
        </message>
        <message>
            <source>Generator G</source>
            <translation>生成器 G</translation>
        </message>
        <message>
            <source>Discriminator D</source>
            <translation>判别器 D</translation>
        </message>
        <message>
            <source>Classifiers f, %1</source>
            <translation>分类器 f，%1 个</translation>
        </message>
        <message>
            <source>Classifier f</source>
            <translation>分类器 f</translation>
        </message>
        <message>
            <source>The bars are its layers, what it is given first. − and + halve and double a hidden one; that holds from the next start, until then it is marked *.</source>
            <translation>条形表示各层，最左为输入。− 和 + 把隐藏层的宽度减半或加倍；下次开始时生效，在此之前标有 *。</translation>
        </message>
        <message>
            <source>About the anatomy</source>
            <translation>关于解剖图</translation>
        </message>
        <message>
            <source>The system that is set, as it trains. Images move along the arrows of the phase that goes on; the others are faint. An arrow is the wider the more it counts, that of the adversarial images by λ.</source>
            <translation>当前设定的系统及其训练过程。图像沿当前阶段的箭头移动，其余箭头变淡。箭头越粗，所占权重越大；对抗图像的箭头由 λ 决定。</translation>
        </message>
        <message>
            <source>Pull a name, or type: λ, β and the rates act at once, widths with the next start. A title shows the part&apos;s parameters, its ? what it does.</source>
            <translation>拖动名称或直接输入：λ、β 和学习率立即生效，宽度在下次开始时生效。点击标题显示该部分的参数，点击 ? 了解它的作用。</translation>
        </message>
        <message>
            <source>A step of one alone lets only that one learn, while the training is paused: so is seen what each does to the other. Slow motion changes no figure, only the time between steps.</source>
            <translation>暂停时，“单独一步”只让其中一个学习，由此看出各方对彼此的影响。慢动作不改变任何数值，只改变步与步之间的时间。</translation>
        </message>
        <message>
            <source>Step %1</source>
            <translation>单步 %1</translation>
        </message>
        <message>
            <source>One step in which the discriminator alone learns</source>
            <translation>仅判别器学习的一步</translation>
        </message>
        <message>
            <source>One step in which the generator alone learns</source>
            <translation>仅生成器学习的一步</translation>
        </message>
        <message>
            <source>One step in which the classifiers alone learn</source>
            <translation>仅分类器学习的一步</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>Slow motion, to be watched: it changes no figure</source>
            <translation>慢动作，便于观看：不改变任何数值</translation>
        </message>
        <message>
            <source>full speed</source>
            <translation>全速</translation>
        </message>
        <message>
            <source>%1 steps/s</source>
            <translation>%1 步/秒</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::StepMarks</name>
        <message>
            <source>%1, step %2</source>
            <translation>%1，第 %2 步</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LabelsDialog</name>
        <message>
            <source>Name and note of %1</source>
            <translation>%1 的名称与备注</translation>
        </message>
        <message>
            <source>words, apart by blanks</source>
            <translation>以空格分隔的词</translation>
        </message>
        <message>
            <source>such as: %1</source>
            <translation>例如：%1</translation>
        </message>
        <message>
            <source>&amp;Star</source>
            <translation>星标(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Tags</source>
            <translation>标签(&amp;T)</translation>
        </message>
        <message>
            <source>N&amp;ote</source>
            <translation>备注(&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::FilterLine</name>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter: adversary:fgsm lambda&gt;=1 clean&gt;=98% after:yesterday</source>
            <translation>筛选：adversary:fgsm lambda&gt;=1 clean&gt;=98% after:yesterday</translation>
        </message>
    </context>
    <context>
        <name>runs</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>星标</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Sweep</source>
            <translation>扫描</translation>
        </message>
        <message>
            <source>Fork of</source>
            <translation>分支自</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>训练中</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>损坏</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1(共 %2)</translation>
        </message>
        <message>
            <source>The figures are those of λ = %1, the most robust of %2.</source>
            <translation>数字属于 λ = %1,即 %2 中最鲁棒的一个。</translation>
        </message>
        <message>
            <source>%1 of %2 test images</source>
            <translation>%2 张测试图像中的 %1</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>A workbench for adversarial training</source>
            <translation>对抗训练工作台</translation>
        </message>
        <message>
            <source>A digit classifier trains against an opponent that makes adversarial samples. You set the rules, watch, and measure what robustness was really gained.</source>
            <translation>数字分类器与制造对抗样本的对手一起训练。规则由您来定；您可以观看全过程，并测量鲁棒性究竟提高了多少。</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty. It is built on Qt, LibTorch and QCustomPlot.</source>
            <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更新版本，不提供任何担保。基于 Qt、LibTorch 和 QCustomPlot 构建。</translation>
        </message>
        <message>
            <source>This build</source>
            <translation>本次构建</translation>
        </message>
        <message>
            <source>About Sparring</source>
            <translation>关于 Sparring</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>任意位置</translation>
        </message>
        <message>
            <source>New run, pause or continue</source>
            <translation>新训练、暂停或继续</translation>
        </message>
        <message>
            <source>In a plot</source>
            <translation>在曲线图中</translation>
        </message>
        <message>
            <source>Move along the steps</source>
            <translation>沿步数移动</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>适合窗口</translation>
        </message>
        <message>
            <source>Follow the newest step</source>
            <translation>跟随最新一步</translation>
        </message>
        <message>
            <source>Logarithmic or linear</source>
            <translation>对数或线性</translation>
        </message>
        <message>
            <source>In digits and pairs</source>
            <translation>在数字图与样本对中</translation>
        </message>
        <message>
            <source>From picture to picture</source>
            <translation>在图片之间移动</translation>
        </message>
        <message>
            <source>Enlarge</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>In the runs</source>
            <translation>在训练记录中</translation>
        </message>
        <message>
            <source>Look at a run</source>
            <translation>查看一次训练</translation>
        </message>
        <message>
            <source>Move it to the trash</source>
            <translation>移到回收站</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>键盘操作</translation>
        </message>
        <message>
            <source>Takes effect at the next step.</source>
            <translation>下一步起生效。</translation>
        </message>
        <message>
            <source>Takes effect with the next run.</source>
            <translation>下次开始时生效。</translation>
        </message>
        <message>
            <source>Parameter reference</source>
            <translation>参数手册</translation>
        </message>
        <message>
            <source>In the frontier</source>
            <translation>在权衡前沿中</translation>
        </message>
        <message>
            <source>Along a trail</source>
            <translation>沿轨迹移动</translation>
        </message>
        <message>
            <source>From λ to λ</source>
            <translation>在各个 λ 之间移动</translation>
        </message>
        <message>
            <source>Copy the picture, or the table</source>
            <translation>复制图片或表格</translation>
        </message>
        <message>
            <source>Let all lanes stand out again</source>
            <translation>重新突出显示所有通道</translation>
        </message>
        <message>
            <source>measuring…</source>
            <translation>正在测量…</translation>
        </message>
        <message>
            <source>%1 GFLOP/s just now</source>
            <translation>刚测得 %1 GFLOP/s</translation>
        </message>
        <message>
            <source>A large matrix product: %1</source>
            <translation>大型矩阵乘法：%1</translation>
        </message>
    </context>
    <context>
        <name>adversaries</name>
        <message>
            <source>conditional GAN</source>
            <translation>条件 GAN</translation>
        </message>
        <message>
            <source>x_adv = G(z, c), y_adv = c; with β &gt; 0 the generator is also paid for fooling the classifier. Expect recognisable digits within half a minute.</source>
            <translation>x_adv = G(z, c)，y_adv = c；β &gt; 0 时，生成器还会因欺骗分类器而得到奖励。约半分钟内即可看到可辨认的数字。</translation>
        </message>
        <message>
            <source>FGSM</source>
            <translation>FGSM</translation>
        </message>
        <message>
            <source>x_adv = clip(x + ε·sign ∇J), y_adv = y: one step uphill on the classifier's own loss (Goodfellow 2015). Expect real robustness against FGSM and less against many steps.</source>
            <translation>x_adv = clip(x + ε·sign ∇J)，y_adv = y：沿分类器自身损失上升一步（Goodfellow 2015）。对 FGSM 的鲁棒性会真正提高，对多步攻击则较弱。</translation>
        </message>
        <message>
            <source>GAN</source>
            <translation>GAN</translation>
        </message>
        <message>
            <source>x_adv = G(z), y_adv named by the frozen teacher where it is certain to at least τ (least squares: Mao 2017). Expect more training images, hardly more robustness to attacks.</source>
            <translation>x_adv = G(z)，由冻结的教师在置信度不低于 τ 时给出 y_adv（最小二乘：Mao 2017）。训练图像会变多，但对攻击的鲁棒性几乎不会提高。</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>No opponent: L_total = L. The baseline every claim of robustness is measured against.</source>
            <translation>没有对手：L_total = L。这是衡量一切鲁棒性说法的基线。</translation>
        </message>
        <message>
            <source>PGD</source>
            <translation>PGD</translation>
        </message>
        <message>
            <source>x_adv by many small steps of sign ∇J from a random start, kept within ε of x; y_adv = y (Madry 2018). Expect the robustness that lasts, at a multiple of a plain step's time.</source>
            <translation>从随机起点沿 sign ∇J 走许多小步得到 x_adv，始终保持在 x 的 ε 范围内；y_adv = y（Madry 2018）。得到的鲁棒性最经得起考验，但每步耗时是普通步的数倍。</translation>
        </message>
        <message>
            <source>AdvGAN</source>
            <translation>AdvGAN</translation>
        </message>
        <message>
            <source>x_adv = clip(x + ε·G(x)), y_adv = y: a generator learns to change digits so that the classifier errs and the discriminator does not notice (Xiao 2018); each λ has its own. Expect robustness against its own changes, and less against many steps of PGD.</source>
            <translation>x_adv = clip(x + ε·G(x))，y_adv = y：生成器学习修改数字，使分类器出错而判别器察觉不到（Xiao 2018）；每个 λ 各有一个。对它自己的修改会变得鲁棒，对多步 PGD 则较弱。</translation>
        </message>
        <message>
            <source>gradient GAN (GAT)</source>
            <translation>梯度 GAN（GAT）</translation>
        </message>
        <message>
            <source>x_adv = clip(x + ε·G(∇J)), y_adv = y: a generator learns what to make of the classifier's own gradient, scaled to one size; each λ has its own (Lee 2017; their α is 1/(1 + λ)). Expect small, well-aimed changes at c_g = 1; at 0, with one wide hidden layer, about what training against FGSM buys (preset demo-gat).</source>
            <translation>x_adv = clip(x + ε·G(∇J))，y_adv = y：生成器学习如何利用分类器自身的梯度（缩放到同一大小）；每个 λ 各有一个（Lee 2017；其 α 即 1/(1 + λ)）。c_g = 1 时修改小而准；c_g = 0 且隐藏层单层而宽时，换来的鲁棒性约等于 FGSM 训练（预设 demo-gat）。</translation>
        </message>
        <message>
            <source>AT-GAN</source>
            <translation>AT-GAN</translation>
        </message>
        <message>
            <source>x_adv = G_att(z, c), y_adv = c: the conditional GAN of phase 2 rests, and an attacker for each λ starts from it and learns to fool the classifier while staying near its digits (Wang 2019, untargeted). Expect digits drawn for the classifier's weak spots, and little robustness to small changes of real ones.</source>
            <translation>x_adv = G_att(z, c)，y_adv = c：第 2 阶段的条件 GAN 不再变化，每个 λ 有一个攻击者从它出发，学习欺骗分类器，同时不远离它的数字（Wang 2019，无目标）。得到的是针对分类器弱点画出的数字，对真实数字的微小改动几乎不会更鲁棒。</translation>
        </message>
        <message>
            <source>x_adv by one step α·sign ∇J from x + U(±ε), kept within ε of x; y_adv = y (Wong 2020). Expect nearly the robustness of PGD at the price of FGSM.</source>
            <translation>从 x + U(±ε) 沿 α·sign ∇J 走一步得到 x_adv，保持在 x 的 ε 范围内；y_adv = y（Wong 2020）。以 FGSM 的代价获得接近 PGD 的鲁棒性。</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>x_adv = clip(x + σ·N(0, 1)), y_adv = y: nobody aims. Expect a classifier that shrugs off noise and hardly gains against an attack.</source>
            <translation>x_adv = clip(x + σ·N(0, 1))，y_adv = y：没有人在瞄准。分类器会变得不怕噪声，但对攻击几乎没有提高。</translation>
        </message>
        <message>
            <source>TRADES</source>
            <translation>TRADES</translation>
        </message>
        <message>
            <source>x_adv by PGD's steps uphill on KL(p(x)‖p(x_adv)), and L_adv is that divergence: no label is needed, and λ is the paper's β (Zhang 2019). Expect PGD's robustness with a dial between it and clean accuracy.</source>
            <translation>x_adv 由 PGD 的步子沿 KL(p(x)‖p(x_adv)) 上升得到，L_adv 就是这个散度：不需要标签，λ 即论文中的 β（Zhang 2019）。鲁棒性与 PGD 相当，并可在它与干净准确率之间调节。</translation>
        </message>
        <message>
            <source>PGD on generated images</source>
            <translation>生成图像上的 PGD</translation>
        </message>
        <message>
            <source>x_adv by PGD from G(z, c) for a share of the batch and from real x for the rest; y_adv = c or y (after Gowal 2021). Expect PGD's robustness: more where the generator adds images that the data lack, less where it misreads c.</source>
            <translation>批次中一部分的 x_adv 由 PGD 从 G(z, c) 出发得到，其余从真实的 x 出发；y_adv = c 或 y（参照 Gowal 2021）。鲁棒性与 PGD 相当：生成器补上数据所缺的图像时更高，读错 c 时更低。</translation>
        </message>
        <message>
            <source>latent search</source>
            <translation>潜变量搜索</translation>
        </message>
        <message>
            <source>x_adv = G(z, c) with z searched so that the first lane's classifier fails while the frozen teacher still reads c and z stays near where it was drawn; y_adv = c (Song 2018). Expect whole digits that are misread, and no robustness to changed pixels.</source>
            <translation>x_adv = G(z, c)，其中 z 经过搜索，使第一条通道的分类器出错，而冻结的教师仍读出 c，且 z 留在抽样点附近；y_adv = c（Song 2018）。会得到被误读的完整数字，而对像素改动没有鲁棒性。</translation>
        </message>
        <message>
            <source>FGSM from a random start</source>
            <translation>随机起点 FGSM</translation>
        </message>
    </context>
    <context>
        <name>attacks</name>
        <message>
            <source>Gaussian noise on every pixel, clipped to [0,1]</source>
            <translation>每个像素加高斯噪声，再截断到 [0,1]</translation>
        </message>
        <message>
            <source>standard deviation, of full ink</source>
            <translation>标准差，以满墨为 1</translation>
        </message>
        <message>
            <source>one step uphill on the cross-entropy of the model's own logits</source>
            <translation>沿模型自身 logits 的交叉熵上升一步</translation>
        </message>
        <message>
            <source>largest change of a pixel, of full ink</source>
            <translation>单个像素的最大变化，以满墨为 1</translation>
        </message>
        <message>
            <source>many small steps of fgsm from a random start, kept within eps</source>
            <translation>从随机起点走许多小步 fgsm，始终保持在 eps 范围内</translation>
        </message>
        <message>
            <source>number of steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>length of a step, in units of eps / steps</source>
            <translation>每步长度，以 eps / steps 为单位</translation>
        </message>
        <message>
            <source>random starts, of which the best counts</source>
            <translation>随机起点的个数，取其中最有效的一次</translation>
        </message>
        <message>
            <source>pixels lost to black or to white</source>
            <translation>像素丢失，变为全黑或全白</translation>
        </message>
        <message>
            <source>share of the pixels</source>
            <translation>像素所占的比例</translation>
        </message>
        <message>
            <source>Gaussian noise in proportion to the ink</source>
            <translation>与墨迹成正比的高斯噪声</translation>
        </message>
        <message>
            <source>standard deviation, of the pixel's own value</source>
            <translation>标准差，相对于像素自身的值</translation>
        </message>
        <message>
            <source>every pixel drawn towards the image's mean; the lower, the stronger</source>
            <translation>每个像素向图像均值靠拢；值越低越强</translation>
        </message>
        <message>
            <source>what is left of the distance to the mean</source>
            <translation>与均值之距离所剩的比例</translation>
        </message>
        <message>
            <source>light added to every pixel</source>
            <translation>给每个像素增加亮度</translation>
        </message>
        <message>
            <source>what is added, of full ink</source>
            <translation>增加的量，以满墨为单位</translation>
        </message>
        <message>
            <source>one step uphill on the squared error of the softmax, to see what saturation hides</source>
            <translation>沿 softmax 的平方误差上升一步，用于查看饱和掩盖了什么</translation>
        </message>
        <message>
            <source>the steps of pgd, uphill on the margin of the logits (Carlini-Wagner)</source>
            <translation>与 pgd 相同的步子，沿 logits 的间隔上升（Carlini-Wagner）</translation>
        </message>
        <message>
            <source>random search that sees the logits and no gradient (Square attack)</source>
            <translation>只看 logits、不看梯度的随机搜索（Square 攻击）</translation>
        </message>
        <message>
            <source>questions asked for each image</source>
            <translation>对每幅图像的查询次数</translation>
        </message>
        <message>
            <source>pgd built against a separately trained model, applied to this one</source>
            <translation>针对另行训练的模型构造的 pgd，用于本模型</translation>
        </message>
        <message>
            <source>the steps of pgd away from the model's own opinion of x, no class needed (TRADES)</source>
            <translation>沿 pgd 的步子远离模型自己对 x 的判断，无需类别（TRADES）</translation>
        </message>
        <message>
            <source>FGSM on softmax</source>
            <translation>FGSM（softmax）</translation>
        </message>
        <message>
            <source>PGD</source>
            <translation>PGD</translation>
        </message>
        <message>
            <source>CW</source>
            <translation>CW</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>Square</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>迁移攻击</translation>
        </message>
        <message>
            <source>Gaussian noise</source>
            <translation>高斯噪声</translation>
        </message>
        <message>
            <source>Impulse noise</source>
            <translation>脉冲噪声</translation>
        </message>
        <message>
            <source>Speckle noise</source>
            <translation>散斑噪声</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>对比度</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>亮度</translation>
        </message>
        <message>
            <source>share</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>factor</source>
            <translation>系数</translation>
        </message>
        <message>
            <source>shift</source>
            <translation>偏移</translation>
        </message>
        <message>
            <source>ε, largest change of a pixel (1 is from paper to ink)</source>
            <translation>ε，单个像素的最大变化（1 为从白纸到满墨）</translation>
        </message>
        <message>
            <source>%1 steps</source>
            <translation>%1 步</translation>
        </message>
        <message>
            <source>%1 starts</source>
            <translation>%1 个起点</translation>
        </message>
        <message>
            <source>FGSM</source>
            <translation>FGSM</translation>
        </message>
        <message>
            <source>%1 queries</source>
            <translation>%1 次查询</translation>
        </message>
        <message>
            <source>the opponent of training</source>
            <translation>训练时的对手</translation>
        </message>
        <message>
            <source>KL (TRADES)</source>
            <translation>KL（TRADES）</translation>
        </message>
    </context>
    <context>
        <name>core</name>
        <message>
            <source>There is not enough memory for this.</source>
            <translation>内存不足，无法完成。</translation>
        </message>
        <message>
            <source>Ask for less at once, or close other programs.</source>
            <translation>请减少一次的数量，或关闭其他程序。</translation>
        </message>
        <message>
            <source>%1 cannot be used: %2.</source>
            <translation>无法使用 %1：%2。</translation>
        </message>
        <message>
            <source>Check the path and its permissions, or choose another place.</source>
            <translation>请检查路径及其权限，或另选位置。</translation>
        </message>
        <message>
            <source>The folder %1 has a name that is not UTF-8 text: no run could keep it.</source>
            <translation>文件夹 %1 的名称不是 UTF-8 文本：运行无法保存它。</translation>
        </message>
        <message>
            <source>Rename the folder, or give a link to it that has another name.</source>
            <translation>请重命名该文件夹，或给出一个名称不同的链接。</translation>
        </message>
        <message>
            <source>There are some in %1: name that folder.</source>
            <translation>%1 中有一些：请给出该文件夹。</translation>
        </message>
        <message>
            <source>Put the file itself there, or name another.</source>
            <translation>请把文件本身放在那里，或给出另一个文件。</translation>
        </message>
        <message>
            <source>The run in %1 has parameters that this version does not know (%2): version %3 began it.</source>
            <translation>%1 中的运行含有本版本不认识的参数（%2）：它由版本 %3 开始。</translation>
        </message>
        <message>
            <source>It must be UTF-8 text. Rename the file or folder it names.</source>
            <translation>必须是 UTF-8 文本。请重命名它所指的文件或文件夹。</translation>
        </message>
        <message>
            <source>It can be looked at here. Go on with it in that version.</source>
            <translation>可以在这里查看；请用那个版本继续训练。</translation>
        </message>
        <message>
            <source>ε is of pixels in [0,1]: %1/255 is %2.</source>
            <translation>ε 以 [0,1] 的像素值计：%1/255 即 %2。</translation>
        </message>
        <message>
            <source>The run is at step %1 already, beyond the %2 that were asked for.</source>
            <translation>该训练已到第 %1 步，超过了所要求的 %2 步。</translation>
        </message>
        <message>
            <source>Ask for more steps or epochs, counted from the run&apos;s beginning.</source>
            <translation>请要求更多的步数或轮数（从训练开始算起）。</translation>
        </message>
        <message>
            <source>An earlier checkpoint is there: add --step %1, or resume the run from it.</source>
            <translation>还有一个更早的检查点：加上 --step %1，或从它继续训练。</translation>
        </message>
        <message>
            <source>%1 cannot be written: a part of that path is a file, not a folder.</source>
            <translation>无法写入 %1：该路径中有一部分是文件而不是文件夹。</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>请选择其他位置。</translation>
        </message>
        <message>
            <source>There is no adversary "%1".</source>
            <translation>没有名为“%1”的对手。</translation>
        </message>
        <message>
            <source>Did you mean %1?</source>
            <translation>您是指 %1 吗？</translation>
        </message>
        <message>
            <source>%1 cannot be started: %2.</source>
            <translation>无法启动 %1：%2。</translation>
        </message>
        <message>
            <source>%1 is not the published file of %2: its SHA-256 differs.</source>
            <translation>%1 不是 %2 的官方文件：SHA-256 不一致。</translation>
        </message>
        <message>
            <source>Fetch it again: sparring-cli data fetch %1. To train on files of your own, give their folder.</source>
            <translation>请重新获取：sparring-cli data fetch %1。若要用自己的文件训练，请给出其文件夹。</translation>
        </message>
        <message>
            <source>Both must have the same size.</source>
            <translation>两者的尺寸必须相同。</translation>
        </message>
        <message>
            <source>The data set %1 is not on this machine (looked in %2).</source>
            <translation>本机没有数据集 %1（已在 %2 中查找）。</translation>
        </message>
        <message>
            <source>Fetch it with: sparring-cli data fetch %1. Or train on the built-in digits: data = synthetic.</source>
            <translation>可用 sparring-cli data fetch %1 获取，或改用内置数字训练：data = synthetic。</translation>
        </message>
        <message>
            <source>There is no data set or folder called %1.</source>
            <translation>没有名为 %1 的数据集或文件夹。</translation>
        </message>
        <message>
            <source>Known by name: %1. Or give a folder of four IDX files.</source>
            <translation>可用的名称：%1。也可以给出一个含四个 IDX 文件的文件夹。</translation>
        </message>
        <message>
            <source>There is not enough memory to load %1.</source>
            <translation>内存不足，无法载入 %1。</translation>
        </message>
        <message>
            <source>Close other programs or take a smaller data set.</source>
            <translation>请关闭其他程序，或使用较小的数据集。</translation>
        </message>
        <message>
            <source>The folder %1 cannot be made: %2.</source>
            <translation>无法创建文件夹 %1：%2。</translation>
        </message>
        <message>
            <source>Set SPARRING_DATA to a folder you may write to.</source>
            <translation>请把 SPARRING_DATA 设为您有写权限的文件夹。</translation>
        </message>
        <message>
            <source>The folder %1 cannot be written to: %2.</source>
            <translation>无法写入文件夹 %1：%2。</translation>
        </message>
        <message>
            <source>%1 could not be fetched. %2</source>
            <translation>无法获取 %1。%2</translation>
        </message>
        <message>
            <source>Check the network and try again, or copy the four files into %1. The built-in digits need no files: data = synthetic.</source>
            <translation>请检查网络后重试，或把四个文件复制到 %1。内置数字不需要任何文件：data = synthetic。</translation>
        </message>
        <message>
            <source>%1 is not the published file: its SHA-256 differs.</source>
            <translation>%1 不是官方文件：SHA-256 不一致。</translation>
        </message>
        <message>
            <source>Fetching %1 was cancelled.</source>
            <translation>已取消获取 %1。</translation>
        </message>
        <message>
            <source>Fetch it again to go on where it stopped.</source>
            <translation>再次获取即可从中断处继续。</translation>
        </message>
        <message>
            <source>There is no data set called %1 to fetch.</source>
            <translation>没有可获取的数据集 %1。</translation>
        </message>
        <message>
            <source>Known by name: %1.</source>
            <translation>可用的名称：%1。</translation>
        </message>
        <message>
            <source>The folder %1 lacks the file %2.</source>
            <translation>文件夹 %1 缺少文件 %2。</translation>
        </message>
        <message>
            <source>%1 does not hold the %2 bytes it should.</source>
            <translation>%1 的大小不是应有的 %2 字节。</translation>
        </message>
        <message>
            <source>It needs %1, %2, %3 and %4, raw or as .gz.</source>
            <translation>需要 %1、%2、%3 和 %4，原始文件或 .gz 均可。</translation>
        </message>
        <message>
            <source>%1 is a file, not a folder.</source>
            <translation>%1 是文件，不是文件夹。</translation>
        </message>
        <message>
            <source>The folder %1 cannot be read: %2.</source>
            <translation>无法读取文件夹 %1：%2。</translation>
        </message>
        <message>
            <source>Check that the path is right and that you may read it.</source>
            <translation>请检查路径是否正确，以及您是否有读权限。</translation>
        </message>
        <message>
            <source>The folder %1 holds no IDX files.</source>
            <translation>文件夹 %1 中没有 IDX 文件。</translation>
        </message>
        <message>
            <source>Sides from %1 to %2 pixels can be trained on.</source>
            <translation>可训练的边长为 %1 到 %2 像素。</translation>
        </message>
        <message>
            <source>%1 holds %2 images, but %3 holds %4 labels.</source>
            <translation>%1 含 %2 张图像，而 %3 含 %4 个标签。</translation>
        </message>
        <message>
            <source>These two files do not belong together.</source>
            <translation>这两个文件不匹配。</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2.</source>
            <translation>无法写入 %1：%2。</translation>
        </message>
        <message>
            <source>%1 could not be downloaded: %2.</source>
            <translation>无法下载 %1：%2。</translation>
        </message>
        <message>
            <source>%1 cannot be unpacked: %2.</source>
            <translation>无法解压 %1：%2。</translation>
        </message>
        <message>
            <source>The package's archive is damaged: %1.</source>
            <translation>软件包的归档已损坏：%1。</translation>
        </message>
        <message>
            <source>npm could not get %1: %2.</source>
            <translation>npm 无法获取 %1：%2。</translation>
        </message>
        <message>
            <source>The package %1 lacks the file %2.</source>
            <translation>软件包 %1 缺少文件 %2。</translation>
        </message>
        <message>
            <source>There is no attack "%1".</source>
            <translation>没有名为“%1”的攻击。</translation>
        </message>
        <message>
            <source>Known attacks: %1.</source>
            <translation>可用的攻击：%1。</translation>
        </message>
        <message>
            <source>%1 of the attack %2 cannot be "%3".</source>
            <translation>攻击 %2 的 %1 不能为“%3”。</translation>
        </message>
        <message>
            <source>It takes values in %1.</source>
            <translation>取值范围为 %1。</translation>
        </message>
        <message>
            <source>The attack %1 has no setting "%2".</source>
            <translation>攻击 %1 没有设置项“%2”。</translation>
        </message>
        <message>
            <source>Write NAME:key=value; its keys: %1.</source>
            <translation>请写成 名称:键=值；可用的键：%1。</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <source>batch = %1 is more than the %2 training images of %3.</source>
            <translation>batch = %1 超过了 %3 的 %2 张训练图像。</translation>
        </message>
        <message>
            <source>Set batch to %1 or less.</source>
            <translation>请把 batch 设为不大于 %1。</translation>
        </message>
        <message>
            <source>device = cuda, but this program finds no CUDA card.</source>
            <translation>device = cuda，但程序找不到 CUDA 显卡。</translation>
        </message>
        <message>
            <source>Set device to auto or cpu, or build Sparring against a LibTorch with CUDA on a machine with a card.</source>
            <translation>请把 device 设为 auto 或 cpu，或在有显卡的机器上用带 CUDA 的 LibTorch 构建 Sparring。</translation>
        </message>
        <message>
            <source>%1 cannot be changed while training.</source>
            <translation>训练过程中不能更改 %1。</translation>
        </message>
        <message>
            <source>It takes effect with the next start.</source>
            <translation>它在下次开始时生效。</translation>
        </message>
        <message>
            <source>lambda has %1 values; this run trains %2 classifiers.</source>
            <translation>lambda 有 %1 个值，而本次训练有 %2 个分类器。</translation>
        </message>
        <message>
            <source>Keep the number of values, or start anew.</source>
            <translation>请保持值的个数不变，或重新开始。</translation>
        </message>
        <message>
            <source>The checkpoint has no tensor "%1".</source>
            <translation>检查点中没有张量“%1”。</translation>
        </message>
        <message>
            <source>It belongs to another run or was changed; use an earlier one.</source>
            <translation>它属于另一次训练或已被改动；请使用更早的检查点。</translation>
        </message>
        <message>
            <source>The checkpoint's "%1" has shape %2, the run's settings ask for %3.</source>
            <translation>检查点中“%1”的形状为 %2，而训练设置要求 %3。</translation>
        </message>
        <message>
            <source>The run's settings ask for a %1 of more weights than the checkpoint holds.</source>
            <translation>训练设置要求的 %1 所需权重多于检查点中的权重。</translation>
        </message>
        <message>
            <source>The checkpoint does not say its "%1".</source>
            <translation>检查点没有写明“%1”。</translation>
        </message>
        <message>
            <source>It was not written by Sparring; use an earlier one.</source>
            <translation>它不是由 Sparring 写出的；请使用更早的检查点。</translation>
        </message>
        <message>
            <source>There is no lane %1.</source>
            <translation>没有第 %1 条通道。</translation>
        </message>
        <message>
            <source>The run has lanes 0 to %1.</source>
            <translation>本次训练的通道为 0 到 %1。</translation>
        </message>
        <message>
            <source>Evaluate with the data the run was trained on.</source>
            <translation>请用训练时的数据来评估。</translation>
        </message>
        <message>
            <source>This run has no generator: its adversary is %1.</source>
            <translation>本次训练没有生成器：其对手为 %1。</translation>
        </message>
        <message>
            <source>Train with --set adversary=cgan or gan.</source>
            <translation>请用 --set adversary=cgan 或 gan 训练。</translation>
        </message>
        <message>
            <source>%1 has no checkpoint to go on from.</source>
            <translation>%1 没有可以继续的检查点。</translation>
        </message>
        <message>
            <source>Start a new run with the same settings: train --config %1/config.json.</source>
            <translation>请用相同的设置开始新的训练：train --config %1/config.json。</translation>
        </message>
        <message>
            <source>The run was trained on other data than "%1" is now.</source>
            <translation>训练所用的数据与现在的“%1”不同。</translation>
        </message>
        <message>
            <source>Bring back the data with SHA-256 %1, name the folder where they are now, or start a new run.</source>
            <translation>请找回 SHA-256 为 %1 的数据，或指明其现在所在的文件夹，或开始新的训练。</translation>
        </message>
        <message>
            <source>There is not enough memory for this run.</source>
            <translation>内存不足，无法进行本次训练。</translation>
        </message>
        <message>
            <source>Training broke off: %1</source>
            <translation>训练中断：%1</translation>
        </message>
        <message>
            <source>Begin a new run with a lower learning rate or λ.</source>
            <translation>请降低学习率或 λ，开始新的训练。</translation>
        </message>
        <message>
            <source>The last good checkpoint is of step %1. Begin a new run with a lower learning rate or λ.</source>
            <translation>最后一个完好的检查点在第 %1 步。请降低学习率或 λ，开始新的训练。</translation>
        </message>
        <message>
            <source>At ε = %1 climbing the cross-entropy (PGD) leaves %2 % right, climbing the margin (CW) only %3 %.</source>
            <translation>在 eps %1 下，沿交叉熵上升（PGD）仍有 %2 % 识别正确，沿间隔上升（CW）只有 %3 %。</translation>
        </message>
        <message>
            <source>The margin finds no more than the cross-entropy: at eps %1 PGD leaves %2 %, CW %3 %.</source>
            <translation>沿间隔并不比沿交叉熵找到更多：在 eps %1 下 PGD 留下 %2 %，CW 留下 %3 %。</translation>
        </message>
        <message>
            <source>Cross-entropy against margin</source>
            <translation>交叉熵与间隔</translation>
        </message>
        <message>
            <source>Where a classifier is very sure its cross-entropy is flat, and PGD finds no way where the margin still shows one (Carlini &amp; Wagner 2017). The figure under PGD is too good there: take the one under CW, and the lowest of all.</source>
            <translation>分类器十分确信之处，交叉熵是平的，PGD 找不到方向，而间隔仍有方向（Carlini 与 Wagner 2017）。那里 PGD 下的数字偏高：应取 CW 下的数字，以及所有攻击中最低的。</translation>
        </message>
        <message>
            <source>Two values, %1 and %2, or one? Write &quot;%1, %2&quot; with a space, or &quot;%3&quot;.</source>
            <translation>是两个值 %1 和 %2，还是一个值？请写作带空格的“%1, %2”，或“%3”。</translation>
        </message>
        <message>
            <source>Generated images cannot be measured with %1: it has only %2 to compare with.</source>
            <translation>无法用 %1 衡量生成的图像：可比较的图像只有 %2 张。</translation>
        </message>
        <message>
            <source>It takes at least %1 training and as many test images.</source>
            <translation>至少需要 %1 张训练图像和同样多的测试图像。</translation>
        </message>
        <message>
            <source>Cannot be told: no class has two images.</source>
            <translation>无法判断：没有哪个类别有两张图像。</translation>
        </message>
        <message>
            <source>There are enough of them</source>
            <translation>数量足够</translation>
        </message>
        <message>
            <source>%1 images are few: the Fréchet distance comes out too large, and what hangs on neighbours is a matter of chance. From %2 on both are steady.</source>
            <translation>%1 张图像太少：Fréchet 距离会偏大，与近邻有关的数字则带有偶然性。从 %2 张起两者才稳定。</translation>
        </message>
        <message>
            <source>The classifier gives no finite answer to test image %1.</source>
            <translation>分类器对测试图像 %1 给不出有限的结果。</translation>
        </message>
        <message>
            <source>Its weights have grown too large. Use an earlier checkpoint.</source>
            <translation>其权重已过大。请使用更早的检查点。</translation>
        </message>
        <message>
            <source>The weights of step %1 are not finite: %2 holds NaN or an infinity.</source>
            <translation>第 %1 步的权重不是有限数：%2 中含有 NaN 或无穷大。</translation>
        </message>
        <message>
            <source>The weights of step %1 have grown so large that %2 gives no finite numbers any more.</source>
            <translation>第 %1 步的权重已大到 %2 给不出有限数。</translation>
        </message>
        <message>
            <source>An earlier checkpoint is there: add --step %1.</source>
            <translation>有更早的检查点：请加上 --step %1。</translation>
        </message>
        <message>
            <source>The loss %1 is no longer a finite number, at step %2.</source>
            <translation>第 %2 步时，损失 %1 不再是有限的数。</translation>
        </message>
        <message>
            <source>The file is damaged or its download broke off. Fetch or copy it again.</source>
            <translation>文件已损坏，或下载中断。请重新获取或复制。</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2.</source>
            <translation>无法读取 %1：%2。</translation>
        </message>
        <message>
            <source>%1 is a folder, not a file.</source>
            <translation>%1 是文件夹，不是文件。</translation>
        </message>
        <message>
            <source>%1 is not a plain file.</source>
            <translation>%1 不是普通文件。</translation>
        </message>
        <message>
            <source>%1 is empty.</source>
            <translation>%1 是空的。</translation>
        </message>
        <message>
            <source>%1 has bytes after the end of its gzip data that do not belong there.</source>
            <translation>%1 的 gzip 数据结束之后还有多余的字节。</translation>
        </message>
        <message>
            <source>%1 is cut short: its gzip data ends too early.</source>
            <translation>%1 不完整：gzip 数据过早结束。</translation>
        </message>
        <message>
            <source>%1 holds corrupt gzip data (%2).</source>
            <translation>%1 中的 gzip 数据已损坏（%2）。</translation>
        </message>
        <message>
            <source>%1: the name does not say which format to write</source>
            <translation>%1：从名称看不出要写哪种格式</translation>
        </message>
        <message>
            <source>end the file's name in .png, .idx or .npz</source>
            <translation>请让文件名以 .png、.idx 或 .npz 结尾</translation>
        </message>
        <message>
            <source>There is no file %1.</source>
            <translation>没有文件 %1。</translation>
        </message>
        <message>
            <source>Check the spelling of the path.</source>
            <translation>请检查路径的拼写。</translation>
        </message>
        <message>
            <source>%1 may not be read: permission denied.</source>
            <translation>不能读取 %1：没有权限。</translation>
        </message>
        <message>
            <source>Change the permissions of the file and its folder, or copy it.</source>
            <translation>请更改文件及其文件夹的权限，或复制一份。</translation>
        </message>
        <message>
            <source>Name a file inside it.</source>
            <translation>请给出其中的一个文件。</translation>
        </message>
        <message>
            <source>Check the disk, or copy the file elsewhere and try again.</source>
            <translation>请检查磁盘，或把文件复制到别处再试。</translation>
        </message>
        <message>
            <source>%1 is larger than the %2 bytes such a file may have.</source>
            <translation>%1 超过了这类文件允许的 %2 字节。</translation>
        </message>
        <message>
            <source>It is probably another kind of file. Check that you named the right one.</source>
            <translation>它可能是另一种文件。请检查是否选对了。</translation>
        </message>
        <message>
            <source>%1 cannot be written: there is no folder %2.</source>
            <translation>无法写入 %1：没有文件夹 %2。</translation>
        </message>
        <message>
            <source>Create the folder or choose another place.</source>
            <translation>请创建该文件夹，或选择其他位置。</translation>
        </message>
        <message>
            <source>%1 may not be written: permission denied.</source>
            <translation>不能写入 %1：没有权限。</translation>
        </message>
        <message>
            <source>Choose a place that belongs to you, or change the permissions.</source>
            <translation>请选择属于您的位置，或更改权限。</translation>
        </message>
        <message>
            <source>%1 cannot be written: the disk is read-only.</source>
            <translation>无法写入 %1：磁盘是只读的。</translation>
        </message>
        <message>
            <source>Choose a place on another disk.</source>
            <translation>请选择其他磁盘上的位置。</translation>
        </message>
        <message>
            <source>%1 cannot be written: the disk is full.</source>
            <translation>无法写入 %1：磁盘已满。</translation>
        </message>
        <message>
            <source>Free some space on that disk, or choose another place.</source>
            <translation>请在该磁盘上腾出空间，或选择其他位置。</translation>
        </message>
        <message>
            <source>%1 cannot be written: there is a folder of that name.</source>
            <translation>无法写入 %1：已有同名文件夹。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>请换一个名称。</translation>
        </message>
        <message>
            <source>%1 is not a plain file and is not replaced.</source>
            <translation>%1 不是普通文件，不会被替换。</translation>
        </message>
        <message>
            <source>Choose the name of a plain file.</source>
            <translation>请选择一个普通文件的名称。</translation>
        </message>
        <message>
            <source>Check the disk, or choose another place.</source>
            <translation>请检查磁盘，或选择其他位置。</translation>
        </message>
        <message>
            <source>This is a file of labels where images are wanted. Are the names swapped?</source>
            <translation>这里需要图像文件，而这是标签文件。文件名是否弄反了？</translation>
        </message>
        <message>
            <source>This is a file of images where labels are wanted. Are the names swapped?</source>
            <translation>这里需要标签文件，而这是图像文件。文件名是否弄反了？</translation>
        </message>
        <message>
            <source>This is an IDX file with another number of dimensions (%1).</source>
            <translation>这个 IDX 文件的维数不对（%1）。</translation>
        </message>
        <message>
            <source>This is an IDX file of another number type; unsigned bytes are needed.</source>
            <translation>这个 IDX 文件的数值类型不对；需要无符号字节。</translation>
        </message>
        <message>
            <source>Its byte order is reversed. Save it again with big-endian numbers.</source>
            <translation>它的字节序是反的。请以大端序重新保存。</translation>
        </message>
        <message>
            <source>It looks like a file of type %1. Files in the IDX format of MNIST are needed.</source>
            <translation>它看起来是 %1 类型的文件。需要 MNIST 的 IDX 格式文件。</translation>
        </message>
        <message>
            <source>Files in the IDX format of MNIST are needed, raw or packed with gzip.</source>
            <translation>需要 MNIST 的 IDX 格式文件，原始或用 gzip 压缩均可。</translation>
        </message>
        <message>
            <source>%1 is cut short: it ends after %2 of the %3 bytes of its header.</source>
            <translation>%1 不完整：文件头应有 %3 字节，只有 %2 字节。</translation>
        </message>
        <message>
            <source>%1 starts with the wrong magic number: %2 instead of %3.</source>
            <translation>%1 开头的魔数不对：是 %2 而不是 %3。</translation>
        </message>
        <message>
            <source>%1 says that it holds nothing: its dimensions are %2.</source>
            <translation>%1 声明自己不含内容：其维度为 %2。</translation>
        </message>
        <message>
            <source>%1 promises %2 bytes, more than any computer can hold.</source>
            <translation>%1 声称有 %2 字节，任何计算机都装不下。</translation>
        </message>
        <message>
            <source>%1 promises %2 = %3 bytes after its header, but only %4 are there.</source>
            <translation>%1 声称文件头之后有 %2 = %3 字节，但只有 %4 字节。</translation>
        </message>
        <message>
            <source>%1 goes on after the %2 bytes that its header promises.</source>
            <translation>%1 在文件头声明的 %2 字节之后还有内容。</translation>
        </message>
        <message>
            <source>%1 promises %2 = %3 bytes, more than its %4 packed bytes can unpack to.</source>
            <translation>%1 声称有 %2 = %3 字节，而其 %4 字节的压缩数据不可能解压出这么多。</translation>
        </message>
        <message>
            <source>%1 would unpack to %2 bytes, more than is read from a packed file.</source>
            <translation>%1 解压后有 %2 字节，超过了允许从压缩文件读取的大小。</translation>
        </message>
        <message>
            <source>If the file is right, unpack it with gunzip first.</source>
            <translation>如果文件没有问题，请先用 gunzip 解压。</translation>
        </message>
        <message>
            <source>%1 is not an IDX file: it starts with %2.</source>
            <translation>%1 不是 IDX 文件：它以 %2 开头。</translation>
        </message>
        <message>
            <source>%1 cannot be packed: %2.</source>
            <translation>无法打包 %1：%2。</translation>
        </message>
        <message>
            <source>Try again with fewer images, or another format.</source>
            <translation>请减少图像数量，或换一种格式再试。</translation>
        </message>
        <message>
            <source>%1 cannot be a picture of %2 by %3 pixels.</source>
            <translation>%1 不能是 %2 × %3 像素的图片。</translation>
        </message>
        <message>
            <source>Choose fewer images (at least one), or another format.</source>
            <translation>请减少图像数量（至少一张），或换一种格式。</translation>
        </message>
        <message>
            <source>%1 is not a run's configuration: it is cut short, damaged or another file.</source>
            <translation>%1 不是训练配置：它不完整、已损坏，或是别的文件。</translation>
        </message>
        <message>
            <source>Restore the file from a copy, or begin a new run.</source>
            <translation>请从副本恢复该文件，或开始新的训练。</translation>
        </message>
        <message>
            <source>The settings in %1 cannot be used: %2</source>
            <translation>%1 中的设置无法使用：%2</translation>
        </message>
        <message>
            <source>There is no run in %1: it has no config.json.</source>
            <translation>%1 中没有训练记录：缺少 config.json。</translation>
        </message>
        <message>
            <source>Name the folder of a run, as `train` printed it.</source>
            <translation>请给出训练文件夹，即 `train` 打印的路径。</translation>
        </message>
        <message>
            <source>The run in %1 is being trained already.</source>
            <translation>%1 中的训练正在进行。</translation>
        </message>
        <message>
            <source>Stop the program that trains it, or choose another folder.</source>
            <translation>请停止正在训练它的程序，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>%1 already holds a run.</source>
            <translation>%1 中已有训练记录。</translation>
        </message>
        <message>
            <source>Go on with that run (--resume), or choose another folder (--out).</source>
            <translation>请继续该训练（--resume），或选择其他文件夹（--out）。</translation>
        </message>
        <message>
            <source>%1 is not empty, and what it holds is no run.</source>
            <translation>%1 不是空的，其中的内容也不是训练记录。</translation>
        </message>
        <message>
            <source>Choose another folder (--out): a new or an empty one.</source>
            <translation>请选择其他文件夹（--out）：新的或空的。</translation>
        </message>
        <message>
            <source>The file is damaged or not a file of weights. Use another checkpoint, or copy the file again.</source>
            <translation>文件已损坏，或不是权重文件。请使用其他检查点，或重新复制该文件。</translation>
        </message>
        <message>
            <source>%1 is cut short: it has %2 bytes.</source>
            <translation>%1 不完整：只有 %2 字节。</translation>
        </message>
        <message>
            <source>%1 is cut short: its header should have %2 bytes, %3 are there.</source>
            <translation>%1 不完整：文件头应有 %2 字节，只有 %3 字节。</translation>
        </message>
        <message>
            <source>%1 has no readable header.</source>
            <translation>%1 没有可读的文件头。</translation>
        </message>
        <message>
            <source>%1 has notes (__metadata__) that are not texts.</source>
            <translation>%1 的附注（__metadata__）不是文本。</translation>
        </message>
        <message>
            <source>%1 does not describe the tensor %2 properly.</source>
            <translation>%1 对张量 %2 的描述不正确。</translation>
        </message>
        <message>
            <source>%1 holds the tensor %2 as %3; only F32 and F16 can be read.</source>
            <translation>%1 中张量 %2 的类型为 %3；只能读取 F32。</translation>
        </message>
        <message>
            <source>Convert the weights to 32-bit floating point first.</source>
            <translation>请先把权重转换为 32 位浮点数。</translation>
        </message>
        <message>
            <source>%1 gives the tensor %2 a shape that does not fit its data.</source>
            <translation>%1 中张量 %2 的形状与数据不符。</translation>
        </message>
        <message>
            <source>%1 is cut short: the tensor %2 ends at byte %3 of the data, %4 are there.</source>
            <translation>%1 不完整：张量 %2 应在数据的第 %3 字节结束，实际只有 %4 字节。</translation>
        </message>
        <message>
            <source>%1: the tensor %2 overlaps another one.</source>
            <translation>%1：张量 %2 与另一个张量重叠。</translation>
        </message>
        <message>
            <source>%1: there is a gap before the tensor %2.</source>
            <translation>%1：张量 %2 之前有空隙。</translation>
        </message>
        <message>
            <source>%1 has %2 bytes that belong to no tensor.</source>
            <translation>%1 有 %2 字节不属于任何张量。</translation>
        </message>
        <message>
            <source>%1 has changed since it was written: its SHA-256 does not match.</source>
            <translation>%1 写出之后被改动过：SHA-256 不匹配。</translation>
        </message>
        <message>
            <source>%1 cannot be "%2".</source>
            <translation>%1 不能为“%2”。</translation>
        </message>
        <message>
            <source>It takes whole numbers in %1.</source>
            <translation>应为整数，范围 %1。</translation>
        </message>
        <message>
            <source>It takes numbers in %1.</source>
            <translation>应为数字，范围 %1。</translation>
        </message>
        <message>
            <source>It takes true or false.</source>
            <translation>应为 true 或 false。</translation>
        </message>
        <message>
            <source>It must not be empty.</source>
            <translation>不能为空。</translation>
        </message>
        <message>
            <source>Did you mean %1? It takes one of: %2.</source>
            <translation>您是指 %1 吗？可选的值：%2。</translation>
        </message>
        <message>
            <source>It takes %1 to %2 numbers, separated by commas.</source>
            <translation>应为 %1 到 %2 个数，以逗号分隔。</translation>
        </message>
        <message>
            <source>There is no parameter "%1".</source>
            <translation>没有名为“%1”的参数。</translation>
        </message>
        <message>
            <source>Did you mean %1? `sparring-cli params` lists them all.</source>
            <translation>您是指 %1 吗？`sparring-cli params` 会列出全部参数。</translation>
        </message>
        <message>
            <source>"%1" is not an assignment.</source>
            <translation>“%1”不是赋值。</translation>
        </message>
        <message>
            <source>Write key=value, for example lambda=0.5.</source>
            <translation>请写成 键=值，例如 lambda=0.5。</translation>
        </message>
        <message>
            <source>The adversary "%1" needs a trained teacher, and epochs.teacher is 0.</source>
            <translation>对手“%1”需要训练好的教师，而 epochs.teacher 为 0。</translation>
        </message>
        <message>
            <source>Set epochs.teacher to 1 or more, or teacher.weight to 0 and label.agree to false, or label.rule to classifier.</source>
            <translation>请把 epochs.teacher 设为不小于 1，或把 teacher.weight 设为 0 且 label.agree 设为 false，或把 label.rule 设为 classifier。</translation>
        </message>
        <message>
            <source>gan.coding = %1 belongs to least squares.</source>
            <translation>gan.coding = %1 只适用于最小二乘。</translation>
        </message>
        <message>
            <source>Set gan.coding to 0,1,1, or loss.gan to least-squares.</source>
            <translation>请把 gan.coding 设为 0,1,1，或把 loss.gan 设为 least-squares。</translation>
        </message>
        <message>
            <source>All phases have length 0: there is nothing to train.</source>
            <translation>各阶段长度都为 0：没有可训练的内容。</translation>
        </message>
        <message>
            <source>Set epochs.pretrain, epochs.gan or epochs.joint to 1 or more.</source>
            <translation>请把 epochs.pretrain、epochs.gan 或 epochs.joint 设为不小于 1。</translation>
        </message>
        <message>
            <source>The settings are not a JSON object.</source>
            <translation>设置不是 JSON 对象。</translation>
        </message>
        <message>
            <source>A settings file looks like {"lambda": [0.5], "batch": 128}.</source>
            <translation>设置文件形如 {"lambda": [0.5], "batch": 128}。</translation>
        </message>
        <message>
            <source>%1 cannot be %2: that is the wrong type.</source>
            <translation>%1 不能为 %2：类型不对。</translation>
        </message>
        <message>
            <source>In a settings file it looks like this: %1</source>
            <translation>在设置文件中应写作：%1</translation>
        </message>
        <message>
            <source>There is no preset "%1".</source>
            <translation>没有名为“%1”的预设。</translation>
        </message>
        <message>
            <source>Did you mean %1? `sparring-cli presets` lists them all.</source>
            <translation>您是指 %1 吗？`sparring-cli presets` 会列出全部预设。</translation>
        </message>
        <message>
            <source>The picture could not be encoded as PNG.</source>
            <translation>无法把图片编码为 PNG。</translation>
        </message>
        <message>
            <source>There may be too little memory for a picture of this size.</source>
            <translation>内存可能不足以生成这么大的图片。</translation>
        </message>
        <message>
            <source>Cannot write %1: %2.</source>
            <translation>无法写入 %1：%2。</translation>
        </message>
        <message>
            <source>Choose a folder that exists and that you may write to.</source>
            <translation>请选择存在且您有写权限的文件夹。</translation>
        </message>
        <message>
            <source>Cannot tell from the name %1 which kind of picture to write.</source>
            <translation>从名称 %1 看不出要写哪种图片。</translation>
        </message>
        <message>
            <source>End the name in .png, .svg or .pdf.</source>
            <translation>请让文件名以 .png、.svg 或 .pdf 结尾。</translation>
        </message>
        <message>
            <source>Check that it exists and that you may read it.</source>
            <translation>请检查它是否存在，以及您是否有读权限。</translation>
        </message>
        <message>
            <source>%1 is too large for a settings file.</source>
            <translation>%1 太大，不像设置文件。</translation>
        </message>
        <message>
            <source>A settings file is a small JSON text, as "Save settings" writes it.</source>
            <translation>设置文件是一小段 JSON 文本，由“保存设置”写出。</translation>
        </message>
        <message>
            <source>Cannot make the folder %1: %2.</source>
            <translation>无法创建文件夹 %1：%2。</translation>
        </message>
        <message>
            <source>Choose a place that you may write to.</source>
            <translation>请选择您有写权限的位置。</translation>
        </message>
        <message>
            <source>There is no benchmark "%1".</source>
            <translation>没有名为“%1”的基准测试。</translation>
        </message>
        <message>
            <source>Known ones: %1.</source>
            <translation>可用的有：%1。</translation>
        </message>
        <message>
            <source>The card has not enough memory for this run.</source>
            <translation>显存不足以进行这次训练。</translation>
        </message>
        <message>
            <source>The card gave up: %1</source>
            <translation>显卡出错停止：%1</translation>
        </message>
        <message>
            <source>This program cannot use it any more. Start it anew and resume the run from its last checkpoint; if that fails again, with device set to cpu.</source>
            <translation>本程序已无法再使用它。请重新启动程序并从最后一个检查点恢复；若再次失败，请把 device 设为 cpu。</translation>
        </message>
        <message>
            <source>PyTorch, measured beside this program, broke down: %1</source>
            <translation>与本程序一同测量的 PyTorch 出错：%1</translation>
        </message>
        <message>
            <source>Measure without it: --no-peers.</source>
            <translation>可不带它测量：--no-peers。</translation>
        </message>
        <message>
            <source>There is no test image %1.</source>
            <translation>没有第 %1 张测试图像。</translation>
        </message>
        <message>
            <source>The test set has images 0 to %1.</source>
            <translation>测试集的图像编号为 0 到 %1。</translation>
        </message>
        <message>
            <source>Clean images: %2 % right instead of %3 %, a gain of %4 points (95 % interval %5 to %6).</source>
            <translation>干净图像：正确率 %2 %，基线为 %3 %，提高 %4 个百分点（95 % 区间 %5 至 %6）。</translation>
        </message>
        <message>
            <source>Against %1: %2 % right instead of %3 %, a gain of %4 points (95 % interval %5 to %6).</source>
            <translation>面对 %1：正确率 %2 %，基线为 %3 %，提高 %4 个百分点（95 % 区间 %5 至 %6）。</translation>
        </message>
        <message>
            <source>Clean images: %2 % right instead of %3 %, a cost of %4 points (95 % interval %5 to %6).</source>
            <translation>干净图像：正确率 %2 %，基线为 %3 %，代价为 %4 个百分点（95 % 区间 %5 至 %6）。</translation>
        </message>
        <message>
            <source>Against %1: %2 % right instead of %3 %, a loss of %4 points (95 % interval %5 to %6).</source>
            <translation>面对 %1：正确率 %2 %，基线为 %3 %，下降 %4 个百分点（95 % 区间 %5 至 %6）。</translation>
        </message>
        <message>
            <source>Clean images: %2 % right, the baseline %3 %: no difference beyond chance (95 % interval %5 to %6 points).</source>
            <translation>干净图像：正确率 %2 %，基线为 %3 %：差异不超出偶然范围（95 % 区间 %5 至 %6 个百分点）。</translation>
        </message>
        <message>
            <source>Against %1: %2 % right, the baseline %3 %: no gain beyond chance (95 % interval %5 to %6 points).</source>
            <translation>面对 %1：正确率 %2 %，基线为 %3 %：没有超出偶然的提高（95 % 区间 %5 至 %6 个百分点）。</translation>
        </message>
        <message>
            <source>Do not believe these figures yet: a check says that the attacks may be blinded rather than withstood.</source>
            <translation>先不要相信这些数字：有一项检查表明攻击可能只是被蒙蔽，而不是被抵御。</translation>
        </message>
        <message>
            <source>No gain: the opponent bought no robustness that exceeds chance.</source>
            <translation>没有收益：对手没有带来超出偶然的鲁棒性。</translation>
        </message>
        <message>
            <source>No gain, and a loss against %1.</source>
            <translation>没有收益，且面对 %1 时有所下降。</translation>
        </message>
        <message>
            <source>No gain, and %1 points of clean accuracy lost.</source>
            <translation>没有收益，且干净准确率下降 %1 个百分点。</translation>
        </message>
        <message>
            <source>No gain, a loss against %1, and %2 points of clean accuracy lost.</source>
            <translation>没有收益，面对 %1 时有所下降，且干净准确率下降 %2 个百分点。</translation>
        </message>
        <message>
            <source>A gain against %1, at no measurable cost.</source>
            <translation>面对 %1 有收益，且没有可测量的代价。</translation>
        </message>
        <message>
            <source>A gain against %1, paid with %2 points of clean accuracy.</source>
            <translation>面对 %1 有收益，代价是干净准确率下降 %2 个百分点。</translation>
        </message>
        <message>
            <source>A gain against %1, a loss against %2.</source>
            <translation>面对 %1 有收益，面对 %2 有损失。</translation>
        </message>
        <message>
            <source>A gain against %1, a loss against %2, paid with %3 points of clean accuracy.</source>
            <translation>面对 %1 有收益，面对 %2 时有所下降，代价是干净准确率下降 %3 个百分点。</translation>
        </message>
        <message>
            <source>Expected: %1 at least %2 % right.</source>
            <translation>预期：%1 正确率至少 %2 %。</translation>
        </message>
        <message>
            <source>Expected: %1 at most %3 % right.</source>
            <translation>预期：%1 正确率至多 %3 %。</translation>
        </message>
        <message>
            <source>Expected: %1 between %2 % and %3 % right.</source>
            <translation>预期：%1 正确率在 %2 % 与 %3 % 之间。</translation>
        </message>
        <message>
            <source>Measured with λ = %2: %1 %, as expected.</source>
            <translation>λ = %2 时测得 %1 %，符合预期。</translation>
        </message>
        <message>
            <source>Measured with λ = %2: %1 %, not as expected.</source>
            <translation>λ = %2 时测得 %1 %，不符合预期。</translation>
        </message>
        <message>
            <source>The preset was measured with this outcome. Another one means another machine's rounding at its worst, other data, or a fault worth reporting.</source>
            <translation>该预设曾测得这一结果。若结果不同，可能是另一台机器的舍入差异、数据不同，或是值得报告的缺陷。</translation>
        </message>
        <message>
            <source>A run cannot change from the adversary %1 to %2: it holds networks.</source>
            <translation>训练中不能从对手 %1 换成 %2：其中有自己的网络。</translation>
        </message>
        <message>
            <source>Take finished runs that differ in their seed alone, and one suite for all.</source>
            <translation>请选择已完成且只有随机种子不同的运行，并使用同一套测量。</translation>
        </message>
        <message>
            <source>Not measured: it takes the attacks of the full suite.</source>
            <translation>未测量：需要完整测量中的攻击。</translation>
        </message>
        <message>
            <source>At ε = %1 many steps (PGD) leave %2 % right, a single one (FGSM) only %3 %.</source>
            <translation>eps 为 %1 时，多步攻击（PGD）之下仍有 %2 % 正确，单步（FGSM）之下却只有 %3 %。</translation>
        </message>
        <message>
            <source>Many steps do at least as much as one: at eps %1 PGD leaves %2 %, FGSM %3 %.</source>
            <translation>多步攻击至少与单步一样有效：eps 为 %1 时，PGD 之下剩 %2 %，FGSM 之下剩 %3 %。</translation>
        </message>
        <message>
            <source>At ε = %1 a blind search (Square) leaves %3 % right, the attacks that see the gradient %2 % of the same images.</source>
            <translation>eps 为 %1 时，盲目搜索（Square）之下剩 %3 % 正确；对同样的图像，能看到梯度的攻击之下却剩 %2 %。</translation>
        </message>
        <message>
            <source>Seeing the gradient helps: at eps %1 it leaves %2 %, the blind search (Square) %3 % of the same images.</source>
            <translation>看到梯度确有帮助：eps 为 %1 时剩 %2 %；对同样的图像，盲目搜索（Square）之下剩 %3 %。</translation>
        </message>
        <message>
            <source>At ε = %1 an attack built against another classifier leaves %3 % right, those built against this one %2 %.</source>
            <translation>eps 为 %1 时，针对另一个分类器构造的攻击之下剩 %3 % 正确，针对本分类器构造的攻击之下却剩 %2 %。</translation>
        </message>
        <message>
            <source>Attacks built against this classifier do more: at eps %1 they leave %2 %, those built against another %3 %.</source>
            <translation>针对本分类器构造的攻击更有效：eps 为 %1 时剩 %2 %，针对另一个分类器构造的攻击之下剩 %3 %。</translation>
        </message>
        <message>
            <source>The classifier knows too few clean images to be judged.</source>
            <translation>该分类器认得的干净图像太少，无法评判。</translation>
        </message>
        <message>
            <source>With eps %1, at which any image can be turned into plain grey, PGD leaves %2 % right.</source>
            <translation>eps 为 %1 时任何图像都能变成一片灰色，此时 PGD 之下仍有 %2 % 正确。</translation>
        </message>
        <message>
            <source>%4 leaves %2 % right at eps %1, but only %3 % at a smaller one.</source>
            <translation>eps 为 %1 时，%4 之下有 %2 % 正确，而更小的 eps 之下却只有 %3 %。</translation>
        </message>
        <message>
            <source>The larger eps, the fewer are right, or as many (%4 at %1: %2 %, before %3 %).</source>
            <translation>eps 越大，正确的越少或持平（%4 在 %1 处：%2 %，此前为 %3 %）。</translation>
        </message>
        <message>
            <source>Under %4 with eps %1 %2 % are right, more than the %3 % of clean images.</source>
            <translation>eps 为 %1 的 %4 之下有 %2 % 正确，高于干净图像的 %3 %。</translation>
        </message>
        <message>
            <source>No attack leaves more right than clean images have (%4 with eps %1: %2 %, clean %3 %).</source>
            <translation>没有任何攻击之下的正确率高于干净图像（eps 为 %1 的 %4：%2 %，干净：%3 %）。</translation>
        </message>
        <message>
            <source>It was trained with cross-entropy, whose gradient is taken of the logits.</source>
            <translation>它以交叉熵训练，其梯度直接取自 logits。</translation>
        </message>
        <message>
            <source>At ε = %1 the step along the softmax's squared error leaves %2 % right, the one along the logits' cross-entropy %3 %.</source>
            <translation>eps 为 %1 时，沿 softmax 平方误差走一步之下剩 %2 % 正确，沿 logits 交叉熵走一步之下剩 %3 %。</translation>
        </message>
        <message>
            <source>The softmax hides little: at eps %1 the step along its squared error leaves %2 %, the one along the logits' cross-entropy %3 %.</source>
            <translation>softmax 几乎没有掩盖什么：eps 为 %1 时，沿其平方误差走一步之下剩 %2 %，沿 logits 交叉熵走一步之下剩 %3 %。</translation>
        </message>
        <message>
            <source>One step against many</source>
            <translation>单步与多步</translation>
        </message>
        <message>
            <source>Many small steps can go wherever a single one goes. Where they do less, the gradient leads astray, and the robustness against PGD is not real. Trust the worst figure of any attack, and train against PGD with a random start.</source>
            <translation>一步能到的地方，许多小步也都能到。若多步反而更弱，说明梯度把攻击引上了歧途，对 PGD 的鲁棒性并不真实。请以所有攻击中最差的数字为准，并用带随机起点的 PGD 训练。</translation>
        </message>
        <message>
            <source>Gradient against blind search</source>
            <translation>梯度与盲目搜索</translation>
        </message>
        <message>
            <source>Who sees the gradient knows more than who only sees the logits. Where that does not help, the gradient is masked. Report the black-box figure, and look for what flattens the loss.</source>
            <translation>看得到梯度的攻击比只看得到 logits 的知道得更多。若这没有帮助，说明梯度被掩蔽了。请报告黑盒攻击的数字，并找出是什么使损失变得平坦。</translation>
        </message>
        <message>
            <source>Own attack against a borrowed one</source>
            <translation>自身攻击与借来的攻击</translation>
        </message>
        <message>
            <source>An attack built against another classifier should do less than one built against this very one. Where it does more, the gradient here is masked, though the errors are there. Report the transferred figure.</source>
            <translation>针对另一个分类器构造的攻击，应当比针对本分类器构造的更弱。若它更强，说明错误确实存在，只是这里的梯度被掩蔽了。请报告迁移攻击的数字。</translation>
        </message>
        <message>
            <source>Attack without bounds</source>
            <translation>无界攻击</translation>
        </message>
        <message>
            <source>Nothing can be recognised where every pixel may become grey. Whatever is still right was not reached by the attack: its other figures are too good as well. Give it more steps and restarts.</source>
            <translation>每个像素都可以变灰时，什么也无法辨认。此时仍然正确的，只是攻击没有到达：它的其他数字也同样偏高。请增加步数和重启次数。</translation>
        </message>
        <message>
            <source>Accuracy along eps</source>
            <translation>正确率随 eps 的变化</translation>
        </message>
        <message>
            <source>A larger eps allows everything that a smaller one allows. Where accuracy rises with it, the attack gets stuck. Give it more steps and restarts, and trust the lower figure.</source>
            <translation>较大的 eps 包含较小的 eps 所允许的一切。若正确率随之上升，说明攻击卡住了。请增加步数和重启次数，并以较低的数字为准。</translation>
        </message>
        <message>
            <source>Attacked images against clean ones</source>
            <translation>受攻击的数字与干净图像</translation>
        </message>
        <message>
            <source>The attack writes the class into the image, and the classifier has learned to read it there (label leaking, Kurakin 2017). Its figure under that attack says nothing. Train with many steps and a random start.</source>
            <translation>攻击把类别写进了图像，而分类器学会了从中读取（标签泄漏，Kurakin 2017）。它在该攻击之下的数字没有意义。请用多步、带随机起点的攻击训练。</translation>
        </message>
        <message>
            <source>Saturated softmax</source>
            <translation>饱和的 softmax</translation>
        </message>
        <message>
            <source>An attack along the squared error that this classifier was trained with would report more robustness than there is: the softmax flattens it. All other attacks here climb the logits and see through that. Compare only such figures, or train with cross-entropy.</source>
            <translation>沿着该分类器训练所用的平方误差进行攻击，会报告出高于实际的鲁棒性：softmax 使它变得平坦。这里的其他攻击都沿 logits 上升，不受其影响。请只比较这样的数字，或改用交叉熵训练。</translation>
        </message>
        <message>
            <source>The attack %1 needs the training images: its substitute learns from them.</source>
            <translation>攻击 %1 需要训练图像：它的替代模型要从中学习。</translation>
        </message>
        <message>
            <source>Against the opponent it trained with: %2 % right instead of %3 %, a gain of %4 points (95 % interval %5 to %6). That it was trained for.</source>
            <translation>面对训练时的对手：正确率 %2 %，基线为 %3 %，提高 %4 个百分点（95 % 区间 %5 至 %6）。它正是为此训练的。</translation>
        </message>
        <message>
            <source>Against the opponent it trained with: %2 % right instead of %3 %, a loss of %4 points (95 % interval %5 to %6).</source>
            <translation>面对训练时的对手：正确率 %2 %，基线为 %3 %，下降 %4 个百分点（95 % 区间 %5 至 %6）。</translation>
        </message>
        <message>
            <source>Against the opponent it trained with: %2 % right, the baseline %3 %: no gain beyond chance (95 % interval %5 to %6 points).</source>
            <translation>面对训练时的对手：正确率 %2 %，基线为 %3 %：没有超出偶然的提高（95 % 区间 %5 至 %6 个百分点）。</translation>
        </message>
        <message>
            <source>Give a count between %1 and %2.</source>
            <translation>请给出 %1 到 %2 之间的数量。</translation>
        </message>
        <message>
            <source>The discriminator has no hidden layer: its gradient points the same way for every sample, so all images move alike. Set discriminator.hidden=256,256.</source>
            <translation>判别器没有隐藏层：它的梯度对每个样本都指向同一方向，所有图像因此一同移动。请设置 discriminator.hidden=256,256。</translation>
        </message>
        <message>
            <source>The discriminator ends in a sigmoid under least squares: its slope fades the generator's gradient once the discriminator is sure. Set discriminator.output=linear.</source>
            <translation>最小二乘损失下判别器以 sigmoid 结尾：一旦判别器变得确信，其斜率就使生成器的梯度消失。请设置 discriminator.output=linear。</translation>
        </message>
        <message>
            <source>The generator has no batch normalisation, without which its images soon resemble one another. Set generator.batchnorm=true.</source>
            <translation>生成器没有批归一化，其图像很快就会彼此雷同。请设置 generator.batchnorm=true。</translation>
        </message>
        <message>
            <source>The rates are uneven (lr.generator = %1, lr.discriminator = %2): one side runs away from the other. Set both alike.</source>
            <translation>两个学习率相差悬殊（lr.generator = %1，lr.discriminator = %2）：一方会甩开另一方。请设为相同。</translation>
        </message>
        <message>
            <source>No setting stands out. A duel of a few epochs is only young: train on (epochs.gan = %1). Otherwise lower both rates of the duel.</source>
            <translation>没有哪项设置明显可疑。若对抗只进行了几个周期，则尚未成熟：请继续训练（epochs.gan = %1）。否则请降低对抗双方的学习率。</translation>
        </message>
        <message>
            <source>Only the discriminator tells the generator which class was asked for. Set teacher.weight=0.3, and the teacher does too.</source>
            <translation>只有判别器告诉生成器所要求的类别。设置 teacher.weight=0.3，教师也会参与。</translation>
        </message>
        <message>
            <source>Every class is there</source>
            <translation>各类齐全</translation>
        </message>
        <message>
            <source>%1 images are too few to tell.</source>
            <translation>%1 张图像太少，无法判断。</translation>
        </message>
        <message>
            <source>The rarest class has %1 % of the images.</source>
            <translation>最少的类别占图像的 %1 %。</translation>
        </message>
        <message>
            <source>No class has been dropped.</source>
            <translation>没有类别被丢弃。</translation>
        </message>
        <message>
            <source>They read as digits</source>
            <translation>读得出是数字</translation>
        </message>
        <message>
            <source>Score %1, real digits %2.</source>
            <translation>得分 %1，真实数字 %2。</translation>
        </message>
        <message>
            <source>The judge is sure of single images and sees all classes.</source>
            <translation>评判网络对单张图像有把握，并看到所有类别。</translation>
        </message>
        <message>
            <source>They differ from one another</source>
            <translation>彼此不同</translation>
        </message>
        <message>
            <source>Images of a class lie %1 apart, real ones %2.</source>
            <translation>同类图像相距 %1，真实图像相距 %2。</translation>
        </message>
        <message>
            <source>The latents are used: other latents, other images.</source>
            <translation>潜变量得到了利用：潜变量不同，图像也不同。</translation>
        </message>
        <message>
            <source>They are the digits asked for</source>
            <translation>正是所要求的数字</translation>
        </message>
        <message>
            <source>Nothing was asked for: the generator is not conditional.</source>
            <translation>没有要求类别：生成器不是条件式的。</translation>
        </message>
        <message>
            <source>The classifier can learn from them under their labels.</source>
            <translation>分类器可以按其标签学习它们。</translation>
        </message>
        <message>
            <source>They are no copies</source>
            <translation>不是复制品</translation>
        </message>
        <message>
            <source>Not measured: it takes the full measurement.</source>
            <translation>未测量：需要完整测量。</translation>
        </message>
        <message>
            <source>This is not the text of an evaluation.</source>
            <translation>这不是评测结果的文本。</translation>
        </message>
        <message>
            <source>Set epochs.teacher to 1 or more.</source>
            <translation>请把 epochs.teacher 设为不小于 1。</translation>
        </message>
        <message>
            <source>These runs were not measured alike.</source>
            <translation>这些运行的测量方式不一致。</translation>
        </message>
        <message>
            <source>It takes one of: %1.</source>
            <translation>可选的值：%1。</translation>
        </message>
        <message>
            <source>`sparring-cli params` lists them all.</source>
            <translation>`sparring-cli params` 会列出全部参数。</translation>
        </message>
        <message>
            <source>`sparring-cli presets` lists them all.</source>
            <translation>`sparring-cli presets` 会列出全部预设。</translation>
        </message>
        <message>
            <source>The attack %1 stands twice in the list.</source>
            <translation>攻击 %1 在列表中出现了两次。</translation>
        </message>
        <message>
            <source>Leave one of them out, or give it other settings.</source>
            <translation>去掉其中一个，或给它不同的设置。</translation>
        </message>
        <message>
            <source>The folder %1 holds several data sets: %2.</source>
            <translation>文件夹 %1 含有多个数据集：%2。</translation>
        </message>
        <message>
            <source>Give one of them a folder of its own, or copy all into %1 and name one.</source>
            <translation>请把其中一个放进单独的文件夹，或把全部复制到 %1 并按名称选择。</translation>
        </message>
        <message>
            <source>%1 holds %2 bytes, which is no whole number of records of %3.</source>
            <translation>%1 有 %2 字节，不是 %3 字节记录的整数倍。</translation>
        </message>
        <message>
            <source>It needs all of %1.</source>
            <translation>需要以下全部文件：%1。</translation>
        </message>
        <message>
            <source>It is not fetched from the network: copy its files there (%1).</source>
            <translation>它不从网络获取：请把其文件复制到那里（%1）。</translation>
        </message>
        <message>
            <source>The data set %1 is not fetched from the network.</source>
            <translation>数据集 %1 不从网络获取。</translation>
        </message>
        <message>
            <source>Copy its files into %1: %2.</source>
            <translation>请把其文件复制到 %1：%2。</translation>
        </message>
        <message>
            <source>Name the folder that holds the files.</source>
            <translation>请给出含有这些文件的文件夹。</translation>
        </message>
        <message>
            <source>The images in %1 have %2 values a pixel.</source>
            <translation>%1 中的图像每个像素有 %2 个值。</translation>
        </message>
        <message>
            <source>Grey images are [count, height, width], coloured ones [count, height, width, 3].</source>
            <translation>灰度图像为 [数量, 高, 宽]，彩色图像为 [数量, 高, 宽, 3]。</translation>
        </message>
        <message>
            <source>The images in %1 have %2 x %3 pixels.</source>
            <translation>%1 中的图像为 %2 x %3 像素。</translation>
        </message>
        <message>
            <source>%1 holds the label %2 at position %3; labels are 0 to %4.</source>
            <translation>%1 在位置 %3 处的标签为 %2；标签应为 0 到 %4。</translation>
        </message>
        <message>
            <source>The file is damaged, or belongs to another data set.</source>
            <translation>文件已损坏，或属于另一个数据集。</translation>
        </message>
        <message>
            <source>Training images of %1 have %2 pixels, test images %3.</source>
            <translation>%1 的训练图像为 %2 像素，测试图像为 %3。</translation>
        </message>
        <message>
            <source>All images of %1 are of one class: every label is 0.</source>
            <translation>%1 的全部图像属于同一类：每个标签都是 0。</translation>
        </message>
        <message>
            <source>A classifier needs two classes at least.</source>
            <translation>分类器至少需要两个类别。</translation>
        </message>
        <message>
            <source>The data are images of %1 in %2 classes, the run&apos;s networks are made for %3 in %4.</source>
            <translation>数据是 %2 个类别的 %1 图像，而该运行的网络用于 %4 个类别的 %3 图像。</translation>
        </message>
        <message>
            <source>Below %2 % of the images: %1.</source>
            <translation>不足图像的 %2 %：%1。</translation>
        </message>
        <message>
            <source>This run&apos;s generator changes images and draws none: its adversary is %1.</source>
            <translation>该运行的生成器只修改图像，不会凭空绘制：其对手是 %1。</translation>
        </message>
        <message>
            <source>What it makes of test images stands in the run&apos;s folder, under samples.</source>
            <translation>它对测试图像所做的修改保存在运行文件夹的 samples 中。</translation>
        </message>
        <message>
            <source>%1 generated images cannot be measured: %2 has %3 real ones to compare with.</source>
            <translation>无法衡量 %1 个生成图像：%2 只有 %3 个真实图像可供比较。</translation>
        </message>
        <message>
            <source>beta = %1 pays the generator for images that are read wrongly, at the price of being recognisable at all. Lower beta.</source>
            <translation>beta = %1 奖励生成器制作被误读的图像，代价是图像不再可辨认。请减小 beta。</translation>
        </message>
        <message>
            <source>beta = %1 pays the generator for images that the classifier does not read as asked: they have become others, and their labels are wrong. Lower beta.</source>
            <translation>beta = %1 奖励生成器制作分类器不按要求识别的图像：它们已变成别的类别，标签也就错了。请减小 beta。</translation>
        </message>
        <message>
            <source>They read as what the data show</source>
            <translation>读得出是数据中的事物</translation>
        </message>
        <message>
            <source>Score %1, real images %2.</source>
            <translation>得分 %1，真实图像 %2。</translation>
        </message>
        <message>
            <source>Images of a class lie %1 apart, real ones %2; %3 % of the real images have a generated neighbour, of real ones %4 %.</source>
            <translation>同类图像相距 %1，真实图像相距 %2；%3 % 的真实图像有生成的近邻，换成真实近邻则为 %4 %。</translation>
        </message>
        <message>
            <source>They are the images asked for</source>
            <translation>正是所要求的图像</translation>
        </message>
        <message>
            <source>%1 % are read as the class asked for; of the real images %2 % are read rightly.</source>
            <translation>%1 % 被读作所要求的类别；真实图像有 %2 % 读对。</translation>
        </message>
        <message>
            <source>Cannot be told: the test images lie in the training set themselves.</source>
            <translation>无法判断：测试图像本身就在训练集中。</translation>
        </message>
        <message>
            <source>They lie %1 times as far from the training images as test images do.</source>
            <translation>它们到训练图像的距离是测试图像的 %1 倍。</translation>
        </message>
        <message>
            <source>The generator repeats training images: they teach the classifier nothing new. More training data, a smaller generator.hidden or a shorter duel.</source>
            <translation>生成器在重复训练图像：分类器学不到新东西。可用更多训练数据、更小的 generator.hidden 或更短的对抗。</translation>
        </message>
        <message>
            <source>The generator does not merely repeat training images.</source>
            <translation>生成器并非只是重复训练图像。</translation>
        </message>
        <message>
            <source>Make batch, the hidden widths or the number of lanes smaller, or set device to cpu. The run can be resumed from its last checkpoint.</source>
            <translation>请减小 batch、隐藏层宽度或并行分类器的数量，或把 device 设为 cpu。训练可以从最后一个检查点继续。</translation>
        </message>
        <message>
            <source>Make batch, the hidden widths or the number of lanes smaller, or set device to cpu.</source>
            <translation>请减小 batch、隐藏层宽度或并行分类器的数量，或把 device 设为 cpu。</translation>
        </message>
        <message>
            <source>Make batch or the hidden widths smaller. The run can be resumed from its last checkpoint.</source>
            <translation>请减小 batch 或隐藏层宽度。训练可以从最后一个检查点继续。</translation>
        </message>
        <message>
            <source>Make batch or the hidden widths smaller.</source>
            <translation>请减小 batch 或隐藏层宽度。</translation>
        </message>
        <message>
            <source>This program cannot use it any more. Start it anew; if that fails again, with device set to cpu.</source>
            <translation>本程序无法再使用它。请重新启动本程序；如果再次失败，请把 device 设为 cpu。</translation>
        </message>
        <message>
            <source>The run can be resumed from its last checkpoint.</source>
            <translation>训练可以从最后一个检查点继续。</translation>
        </message>
        <message>
            <source>Nothing was written.</source>
            <translation>没有写入任何内容。</translation>
        </message>
        <message>
            <source>The run in %1 has no checkpoint of step %2.</source>
            <translation>%1 中的训练没有第 %2 步的检查点。</translation>
        </message>
        <message>
            <source>There are those of the steps %1.</source>
            <translation>现有这些步的检查点：%1。</translation>
        </message>
        <message>
            <source>%1 is a file that a run keeps for itself: it is not replaced.</source>
            <translation>%1 是训练自身的文件，不会被覆盖。</translation>
        </message>
        <message>
            <source>Choose another name or another folder.</source>
            <translation>请选择其他名称或其他文件夹。</translation>
        </message>
        <message>
            <source>The run&apos;s data are no longer in %1.</source>
            <translation>运行的数据已不在 %1 中。</translation>
        </message>
        <message>
            <source>Where they have moved, name the folder: --data DIR on the command line, &quot;Its data have moved&quot; in the run&apos;s menu in the window.</source>
            <translation>如已移动，请指明文件夹：命令行用 --data DIR，窗口中用运行的右键菜单“其数据已移动”。</translation>
        </message>
        <message>
            <source>The network &quot;%1&quot; does not fit the run this one is a fork of: it begins anew.</source>
            <translation>网络“%1”与父运行不符：将重新开始训练。</translation>
        </message>
        <message>
            <source>The run was trained on images of another kind than &quot;%1&quot;.</source>
            <translation>该运行所用图像的种类与“%1”不同。</translation>
        </message>
        <message>
            <source>A fork goes on with images of the same size and classes.</source>
            <translation>分支须使用相同大小和类别的图像。</translation>
        </message>
        <message>
            <source>A fork at step %1 would have nothing to train: the run ends there.</source>
            <translation>在第 %1 步的分支没有可训练的内容：运行在此结束。</translation>
        </message>
        <message>
            <source>Ask for more steps or epochs, or fork an earlier step.</source>
            <translation>请增加步数或轮数，或从更早的步分支。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is nothing that can be varied.</source>
            <translation>“%1”不是可以变化的内容。</translation>
        </message>
        <message>
            <source>A range is written LO..HI, LO..HI:log or LO..HI:log:6, with LO below HI.</source>
            <translation>范围写作 LO..HI、LO..HI:log 或 LO..HI:log:6，且 LO 小于 HI。</translation>
        </message>
        <message>
            <source>%1 takes no numbers: give its values.</source>
            <translation>%1 不取数值：请给出其各个值。</translation>
        </message>
        <message>
            <source>A range on a logarithmic scale begins above 0.</source>
            <translation>对数刻度的范围须大于 0。</translation>
        </message>
        <message>
            <source>Write key=v1,v2 or key=LO..HI, for example lr.classifier=1e-4..1e-2:log:5.</source>
            <translation>请写 key=v1,v2 或 key=LO..HI，例如 lr.classifier=1e-4..1e-2:log:5。</translation>
        </message>
        <message>
            <source>The sweep would have more than %1 runs.</source>
            <translation>该扫描将超过 %1 次运行。</translation>
        </message>
        <message>
            <source>Vary fewer parameters, or draw some: --strategy sobol --runs N.</source>
            <translation>请减少变化的参数，或抽取一部分：--strategy sobol --runs N。</translation>
        </message>
        <message>
            <source>The strategy %1 needs a number of runs.</source>
            <translation>策略 %1 需要运行次数。</translation>
        </message>
        <message>
            <source>Give it: --runs 20.</source>
            <translation>请给出：--runs 20。</translation>
        </message>
        <message>
            <source>The sweep varies nothing.</source>
            <translation>该扫描没有变化任何参数。</translation>
        </message>
        <message>
            <source>Give something to vary, for example --vary lr.classifier=1e-4..1e-2:log:5.</source>
            <translation>请给出要变化的参数，例如 --vary lr.classifier=1e-4..1e-2:log:5。</translation>
        </message>
        <message>
            <source>The sweep varies %1 twice.</source>
            <translation>该扫描两次变化 %1。</translation>
        </message>
        <message>
            <source>Put all its values into one.</source>
            <translation>请把其所有值写在一处。</translation>
        </message>
        <message>
            <source>There is no strategy &quot;%1&quot;.</source>
            <translation>没有策略“%1”。</translation>
        </message>
        <message>
            <source>There are grid, random and sobol.</source>
            <translation>可用的有 grid、random 和 sobol。</translation>
        </message>
        <message>
            <source>A sweep has no &quot;%1&quot;.</source>
            <translation>扫描没有“%1”这一项。</translation>
        </message>
        <message>
            <source>This is not the specification of a sweep.</source>
            <translation>这不是扫描的说明。</translation>
        </message>
        <message>
            <source>It is JSON with some of: preset, set, vary, metric, strategy, runs, seeds, halving, jobs, runner, slurm, steps, epochs.</source>
            <translation>它是 JSON，可含：preset、set、vary、metric、strategy、runs、seeds、halving、jobs、runner、slurm、steps、epochs。</translation>
        </message>
        <message>
            <source>Halving by 1 leaves all runs.</source>
            <translation>按 1 淘汰会保留所有运行。</translation>
        </message>
        <message>
            <source>Give a factor from 2 upwards, or 0 for none.</source>
            <translation>请给出不小于 2 的倍数，或 0 表示不淘汰。</translation>
        </message>
        <message>
            <source>Halving needs to know how long a run is.</source>
            <translation>淘汰需要知道一次运行的长度。</translation>
        </message>
        <message>
            <source>Give the longest length: --epochs or --steps.</source>
            <translation>请给出最长长度：--epochs 或 --steps。</translation>
        </message>
        <message>
            <source>%1 holds another sweep.</source>
            <translation>%1 中是另一个扫描。</translation>
        </message>
        <message>
            <source>Go on with it by naming it alone (sweep --resume DIR), or give another folder.</source>
            <translation>单独指明它即可继续（sweep --resume DIR），或给出另一个文件夹。</translation>
        </message>
        <message>
            <source>The folder %1 is not empty and holds no sweep.</source>
            <translation>文件夹 %1 非空且不含扫描。</translation>
        </message>
        <message>
            <source>Give a new folder.</source>
            <translation>请给出新的文件夹。</translation>
        </message>
        <message>
            <source>There is no sweep in %1: it has no sweep.json.</source>
            <translation>%1 中没有扫描：缺少 sweep.json。</translation>
        </message>
        <message>
            <source>Name the folder that was given as --out.</source>
            <translation>请指明当初以 --out 给出的文件夹。</translation>
        </message>
        <message>
            <source>The run has no %1 to be compared by.</source>
            <translation>该运行没有可供比较的 %1。</translation>
        </message>
        <message>
            <source>Give a --metric that these runs measure.</source>
            <translation>请给出这些运行会测量的 --metric。</translation>
        </message>
        <message>
            <source>A label is longer than 10,000 bytes or is no text.</source>
            <translation>标签超过 10,000 字节，或者不是文本。</translation>
        </message>
        <message>
            <source>Shorten it, or type it again.</source>
            <translation>请缩短，或重新输入。</translation>
        </message>
        <message>
            <source>A run&apos;s name is one line.</source>
            <translation>运行的名称只能有一行。</translation>
        </message>
        <message>
            <source>Put what is longer into its note.</source>
            <translation>更长的内容请写入备注。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no tag: a tag is a word without blanks and commas.</source>
            <translation>“%1”不是标签：标签是不含空格和逗号的词。</translation>
        </message>
        <message>
            <source>Join its words with a hyphen.</source>
            <translation>请用连字符连接各词。</translation>
        </message>
        <message>
            <source>%1 holds no labels of a run: it is damaged or another file.</source>
            <translation>%1 中没有运行的标签：文件已损坏，或是其他文件。</translation>
        </message>
        <message>
            <source>Restore it from a copy, or remove it and name the run anew.</source>
            <translation>请从副本恢复，或删除它并重新命名该运行。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no number to compare with.</source>
            <translation>“%1”不是可比较的数。</translation>
        </message>
        <message>
            <source>Write it as in lambda&gt;=0.5 or clean&gt;=98%.</source>
            <translation>请写成 lambda&gt;=0.5 或 clean&gt;=98% 这样的形式。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no day.</source>
            <translation>“%1”不是日期。</translation>
        </message>
        <message>
            <source>Write today, yesterday, 7d, 12h or a date as 2026-11-27.</source>
            <translation>请写 today、yesterday、7d、12h，或形如 2026-11-27 的日期。</translation>
        </message>
        <message>
            <source>Runs are not told apart by &quot;is:%1&quot;.</source>
            <translation>无法用“is:%1”筛选运行。</translation>
        </message>
        <message>
            <source>There are %1.</source>
            <translation>可用：%1。</translation>
        </message>
        <message>
            <source>Runs have no &quot;%1&quot;.</source>
            <translation>运行没有“%1”这一项。</translation>
        </message>
        <message>
            <source>There are parameters, accuracies and losses by their keys, and %1.</source>
            <translation>可用参数、准确率和损失的键名，以及 %1。</translation>
        </message>
        <message>
            <source>Did you mean &quot;%1&quot;?</source>
            <translation>是否指“%1”？</translation>
        </message>
        <message>
            <source>There is no metric &quot;%1&quot;.</source>
            <translation>没有指标“%1”。</translation>
        </message>
        <message>
            <source>Take clean, an attack such as pgd:eps=0.1, or a loss by name.</source>
            <translation>请用 clean、攻击（如 pgd:eps=0.1）或损失的名称。</translation>
        </message>
        <message>
            <source>There is no lane %1 in %2.</source>
            <translation>%2 中没有第 %1 条通道。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; names no step.</source>
            <translation>“%1”没有指明步数。</translation>
        </message>
        <message>
            <source>Write RUN or RUN@STEP.</source>
            <translation>请写“运行”或“运行@步数”。</translation>
        </message>
        <message>
            <source>There is no run in %1.</source>
            <translation>%1 中没有运行。</translation>
        </message>
        <message>
            <source>Name a run&apos;s folder, or a folder of runs.</source>
            <translation>请给出一个运行的文件夹，或存放多个运行的文件夹。</translation>
        </message>
        <message>
            <source>%1 runs or lanes cannot be compared.</source>
            <translation>无法比较 %1 个运行或通道。</translation>
        </message>
        <message>
            <source>Choose 2 to 12.</source>
            <translation>请选择 2 到 12 个。</translation>
        </message>
        <message>
            <source>%1 and %2 were trained on different data.</source>
            <translation>%1 与 %2 使用了不同的训练数据。</translation>
        </message>
        <message>
            <source>Only runs on the same data set can be compared.</source>
            <translation>只能比较使用同一数据集的运行。</translation>
        </message>
        <message>
            <source>%1, %2: %3 % right, the baseline.</source>
            <translation>%1，%2：正确率 %3 %，基线。</translation>
        </message>
        <message>
            <source>%1, %2: %3 % right instead of %4 %, a gain of %5 points (95 % interval %6 to %7).</source>
            <translation>%1，%2：正确率 %3 %，基线 %4 %，提高 %5 个百分点（95 % 区间 %6 至 %7）。</translation>
        </message>
        <message>
            <source>%1, %2: %3 % right instead of %4 %, a loss of %5 points (95 % interval %6 to %7).</source>
            <translation>%1，%2：正确率 %3 %，基线 %4 %，降低 %5 个百分点（95 % 区间 %6 至 %7）。</translation>
        </message>
        <message>
            <source>%1, %2: %3 % right, the baseline %4 %: within chance (95 % interval %6 to %7 points).</source>
            <translation>%1，%2：正确率 %3 %，基线 %4 %：差异在偶然范围内（95 % 区间 %6 至 %7 个百分点）。</translation>
        </message>
        <message>
            <source>%1, %2: %3, the baseline %4; a loss has no interval.</source>
            <translation>%1，%2：%3，基线 %4；损失没有区间。</translation>
        </message>
        <message>
            <source>Accuracy: %1</source>
            <translation>准确率：%1</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>Clean against robust</source>
            <translation>干净与鲁棒</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>%1 images gained, %2 lost; McNemar&apos;s test: p %3</source>
            <translation>增加 %1 张，减少 %2 张；McNemar 检验：p %3</translation>
        </message>
        <message>
            <source>%1 runs beside each other</source>
            <translation>%1 个运行的对比</translation>
        </message>
        <message>
            <source>Data: %1, %2 test images. Baseline: %3. Intervals are at 95 %.</source>
            <translation>数据：%1，%2 张测试图像。基线：%3。区间为 95 %。</translation>
        </message>
        <message>
            <source>The folder %1 is not empty.</source>
            <translation>文件夹 %1 不是空的。</translation>
        </message>
        <message>
            <source>Choose another one, or empty it.</source>
            <translation>请另选一个，或清空它。</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>轮</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a word that sbatch takes.</source>
            <translation>“%1”不是 sbatch 能接受的词。</translation>
        </message>
        <message>
            <source>For example --partition gpu --time 2:00:00.</source>
            <translation>例如 --partition gpu --time 2:00:00。</translation>
        </message>
        <message>
            <source>There is no runner &quot;%1&quot;.</source>
            <translation>没有执行方式“%1”。</translation>
        </message>
        <message>
            <source>There are local and slurm.</source>
            <translation>可用的有 local 和 slurm。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not an option of sbatch.</source>
            <translation>“%1”不是 sbatch 的选项。</translation>
        </message>
        <message>
            <source>Write it as behind #SBATCH, one a line: account=physics.</source>
            <translation>请按 #SBATCH 之后的写法，每行一个：account=physics。</translation>
        </message>
        <message>
            <source>Slurm&apos;s commands must be on the PATH: run this where sbatch is, or on this machine alone (--runner local).</source>
            <translation>PATH 中须有 Slurm 的命令：请在有 sbatch 的机器上运行，或只用本机（--runner local）。</translation>
        </message>
        <message>
            <source>sbatch does not answer.</source>
            <translation>sbatch 没有应答。</translation>
        </message>
        <message>
            <source>Try again later: the same command goes on.</source>
            <translation>请稍后再试：同一命令会继续。</translation>
        </message>
        <message>
            <source>sbatch refuses the jobs: %1</source>
            <translation>sbatch 拒绝了这些作业：%1</translation>
        </message>
        <message>
            <source>What it takes is the cluster&apos;s: --partition, --time, --cpus, --sbatch LINE.</source>
            <translation>能接受什么由集群决定：--partition、--time、--cpus、--sbatch LINE。</translation>
        </message>
        <message>
            <source>The sweep has no run &quot;%1&quot;.</source>
            <translation>该扫描中没有运行“%1”。</translation>
        </message>
        <message>
            <source>Jobs of this sweep are still with Slurm: %1.</source>
            <translation>此扫描仍有作业在 Slurm 中：%1。</translation>
        </message>
        <message>
            <source>Go on with it by --runner slurm, or end them: scancel %1</source>
            <translation>请用 --runner slurm 继续，或结束它们：scancel %1</translation>
        </message>
        <message>
            <source>Its decimals stand behind a point: &quot;%1&quot;.</source>
            <translation>小数点应写作点号：“%1”。</translation>
        </message>
        <message>
            <source>%1 is not there: it trains the runs of a sweep.</source>
            <translation>找不到 %1：扫描的各次运行由它训练。</translation>
        </message>
        <message>
            <source>Put the program sparring-cli beside the window&apos;s, as it is installed.</source>
            <translation>请把程序 sparring-cli 放在窗口程序旁边，与安装时一样。</translation>
        </message>
        <message>
            <source>The training images x and their classes y, a batch a step.</source>
            <translation>训练图像 x 及其类别 y，每步一个批次。</translation>
        </message>
        <message>
            <source>A classifier of its own that learns real images first and then rests: it says which class a generated image is of, and whether that is to be used.</source>
            <translation>一个独立的分类器：先学习真实图像，然后不再改变；它说明生成的图像属于哪一类，以及是否可用。</translation>
        </message>
        <message>
            <source>Learns to change images a little, so that f errs.</source>
            <translation>学习对图像稍作改动，使 f 出错。</translation>
        </message>
        <message>
            <source>Draws images out of random numbers z, so that D takes them for real ones.</source>
            <translation>由随机数 z 画出图像，使 D 把它们当成真实图像。</translation>
        </message>
        <message>
            <source>Learns to tell real images from the generator&apos;s, which learns from its score.</source>
            <translation>学习区分真实图像与生成器的图像；生成器根据它的评分学习。</translation>
        </message>
        <message>
            <source>Changes each image against the classifier as it is now; it has nothing to learn itself.</source>
            <translation>针对分类器当前的状态改动每张图像；它自己没有要学习的东西。</translation>
        </message>
        <message>
            <source>Changes each image without looking at the classifier.</source>
            <translation>不看分类器，直接改动每张图像。</translation>
        </message>
        <message>
            <source>Learns to name images: real ones, and with weight λ adversarial ones.</source>
            <translation>学习识别图像：真实图像，以及以权重 λ 计入的对抗图像。</translation>
        </message>
        <message>
            <source>A whole number is written without commas: &quot;%1&quot;.</source>
            <translation>整数不写逗号：“%1”。</translation>
        </message>
        <message>
            <source>An animation cannot have %1 frames a second.</source>
            <translation>动画不能是每秒 %1 帧。</translation>
        </message>
        <message>
            <source>Choose a number from 0.1 to 50.</source>
            <translation>请选择 0.1 到 50 之间的数。</translation>
        </message>
        <message>
            <source>A frame of an animation cannot have %1 by %2 pixels.</source>
            <translation>动画的一帧不能是 %1 × %2 像素。</translation>
        </message>
        <message>
            <source>Choose a smaller picture, of at least one pixel.</source>
            <translation>请选择较小的图片，至少一个像素。</translation>
        </message>
        <message>
            <source>The animation could not be encoded: %1.</source>
            <translation>动画无法编码：%1。</translation>
        </message>
        <message>
            <source>There may be too little memory: choose fewer frames or a smaller picture.</source>
            <translation>内存可能不足：请减少帧数或缩小图片。</translation>
        </message>
        <message>
            <source>A frame of an animation has %1 by %2 pixels, those before it %3 by %4.</source>
            <translation>动画中有一帧是 %1 × %2 像素，而之前的帧是 %3 × %4。</translation>
        </message>
        <message>
            <source>All frames must have one size: leave the window&apos;s as it is meanwhile.</source>
            <translation>所有帧的大小必须相同：其间请勿改变窗口大小。</translation>
        </message>
        <message>
            <source>%1 is not written: an animation of no frames.</source>
            <translation>未写入 %1：动画中没有任何帧。</translation>
        </message>
        <message>
            <source>Choose steps of which there are pictures.</source>
            <translation>请选择有图片的步。</translation>
        </message>
        <message>
            <source>%1 is no picture as a run keeps it.</source>
            <translation>%1 不是运行所保存的那种图片。</translation>
        </message>
        <message>
            <source>It may have been changed by another program: leave it out.</source>
            <translation>它可能被其他程序改动过：请去掉它。</translation>
        </message>
        <message>
            <source>%1 has kept no pictures of generated images.</source>
            <translation>%1 没有保存生成图像的图片。</translation>
        </message>
        <message>
            <source>Only a run whose opponent has a generator keeps them.</source>
            <translation>只有对手带生成器的运行才会保存它们。</translation>
        </message>
        <message>
            <source>A point has %1 numbers where the generator takes %2.</source>
            <translation>一个点有 %1 个数，而生成器需要 %2 个。</translation>
        </message>
        <message>
            <source>There is nothing to draw.</source>
            <translation>没有要绘制的内容。</translation>
        </message>
        <message>
            <source>There is no class %1.</source>
            <translation>没有类别 %1。</translation>
        </message>
        <message>
            <source>No generator of this run changes images: its adversary is %1.</source>
            <translation>该运行没有修改图像的生成器：其对手是 %1。</translation>
        </message>
        <message>
            <source>%1 values are no %2 images of %3.</source>
            <translation>%1 个值构不成 %2 张 %3 的图像。</translation>
        </message>
        <message>
            <source>%1 is no picture that can be read.</source>
            <translation>%1 不是可以读取的图片。</translation>
        </message>
        <message>
            <source>There is nothing to be seen in this picture.</source>
            <translation>这张图片里什么也看不到。</translation>
        </message>
        <message>
            <source>Draw or bring something darker or lighter than its ground.</source>
            <translation>请画上或提供比背景更深或更浅的内容。</translation>
        </message>
        <message>
            <source>The classifier gives no finite answer to this image.</source>
            <translation>分类器对这张图像没有给出有限的结果。</translation>
        </message>
        <message>
            <source>An image of %1 values cannot be read: the networks are made for %2.</source>
            <translation>无法读取有 %1 个值的图像：网络需要 %2 个值。</translation>
        </message>
        <message>
            <source>The classes are 0 to %1.</source>
            <translation>类别为 0 到 %1。</translation>
        </message>
        <message>
            <source>%1 cannot be sent towards a class.</source>
            <translation>%1 不能指定目标类别。</translation>
        </message>
        <message>
            <source>These can: %1.</source>
            <translation>可以指定目标类别的有：%1。</translation>
        </message>
        <message>
            <source>The opponent of training, %1, changes no image that it is given.</source>
            <translation>训练时的对手 %1 不会改动给它的图像。</translation>
        </message>
        <message>
            <source>Choose an attack by name.</source>
            <translation>请按名称选择一种攻击。</translation>
        </message>
        <message>
            <source>A slice needs 2 to 1024 places a side and an extent above 0.</source>
            <translation>切片每边需要 2 到 1024 个点，且范围大于 0。</translation>
        </message>
        <message>
            <source>There is no picture in the clipboard.</source>
            <translation>剪贴板里没有图片。</translation>
        </message>
        <message>
            <source>Copy one in another program first.</source>
            <translation>请先在其他程序中复制一张图片。</translation>
        </message>
        <message>
            <source>Bring a PNG or BMP of at most %1 by %1 pixels.</source>
            <translation>请使用不超过 %1 × %1 像素的 PNG 或 BMP 图片。</translation>
        </message>
        <message>
            <source>seconds of training</source>
            <translation>训练秒数</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 个中的 %1 个</translation>
        </message>
        <message>
            <source>Not drawn, since no training time was kept: %1</source>
            <translation>未绘制，因为没有保存训练时间：%1</translation>
        </message>
        <message>
            <source>Not drawn, since the length of an epoch is not known: %1</source>
            <translation>未绘制，因为不知道一轮有多少步：%1</translation>
        </message>
        <message>
            <source>Accuracy against strength: %1</source>
            <translation>准确率随强度变化：%1</translation>
        </message>
        <message>
            <source>On %1 test images, with 95 % intervals</source>
            <translation>基于 %1 张测试图像，附 95 % 区间</translation>
        </message>
        <message>
            <source>by step</source>
            <translation>按步</translation>
        </message>
        <message>
            <source>by epoch</source>
            <translation>按轮</translation>
        </message>
        <message>
            <source>by seconds of training</source>
            <translation>按训练秒数</translation>
        </message>
        <message>
            <source>&quot;%1&quot; names no classifier.</source>
            <translation>“%1”没有指明分类器。</translation>
        </message>
        <message>
            <source>Write it as in clean &gt; 90 % [λ=1].</source>
            <translation>请写成 clean &gt; 90 % [λ=1] 的形式。</translation>
        </message>
        <message>
            <source>This is nothing to wait for.</source>
            <translation>这不是可以等待的条件。</translation>
        </message>
        <message>
            <source>Write it as in step &gt;= 500, phase = joint, finished or clean &gt; 90 %.</source>
            <translation>请写成 step &gt;= 500、phase = joint、finished 或 clean &gt; 90 % 的形式。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is nothing to wait for.</source>
            <translation>“%1”不是可以等待的条件。</translation>
        </message>
        <message>
            <source>There is no &quot;%1&quot; to wait for.</source>
            <translation>没有可以等待的“%1”。</translation>
        </message>
        <message>
            <source>There are: finished, step, lanes, phase, and accuracies, losses and parameters by their keys.</source>
            <translation>可用：finished、step、lanes、phase，以及准确率、损失和参数的键名。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not told by classifier.</source>
            <translation>“%1”不区分分类器。</translation>
        </message>
        <message>
            <source>Leave [λ=…] out: only accuracies and losses have it.</source>
            <translation>请去掉 [λ=…]：只有准确率和损失可以带它。</translation>
        </message>
        <message>
            <source>There is no phase &quot;%1&quot;.</source>
            <translation>没有阶段“%1”。</translation>
        </message>
        <message>
            <source>There are: teacher, pretrain, gan, joint.</source>
            <translation>可用：teacher、pretrain、gan、joint。</translation>
        </message>
        <message>
            <source>Write it as in step &gt;= 500 or clean &gt; 90 %.</source>
            <translation>请写成 step &gt;= 500 或 clean &gt; 90 % 的形式。</translation>
        </message>
        <message>
            <source>An accuracy is never %1.</source>
            <translation>准确率不可能是 %1。</translation>
        </message>
        <message>
            <source>Write %1 % or a share from 0 to 1.</source>
            <translation>请写 %1 %，或 0 到 1 之间的比例。</translation>
        </message>
        <message>
            <source>%1: &quot;%2&quot; is missing or not what it should be.</source>
            <translation>%1：缺少“%2”或其内容不对。</translation>
        </message>
        <message>
            <source>%1, step %2: &quot;%3&quot; is missing or not what it should be.</source>
            <translation>%1，第 %2 步：缺少“%3”或其内容不对。</translation>
        </message>
        <message>
            <source>It looks like this: %1</source>
            <translation>它应当像这样：%1</translation>
        </message>
        <message>
            <source>%1: a lesson has no &quot;%2&quot;.</source>
            <translation>%1：课程没有“%2”这一项。</translation>
        </message>
        <message>
            <source>%1, step %2: a step has no &quot;%3&quot;.</source>
            <translation>%1，第 %2 步：步骤没有“%3”这一项。</translation>
        </message>
        <message>
            <source>There are: %1.</source>
            <translation>可用：%1。</translation>
        </message>
        <message>
            <source>%1, step %2: the question cannot be answered.</source>
            <translation>%1，第 %2 步：这个问题无法回答。</translation>
        </message>
        <message>
            <source>It takes two choices or more, and &quot;right&quot;: true at one of them.</source>
            <translation>需要至少两个选项，其中之一带有 &quot;right&quot;: true。</translation>
        </message>
        <message>
            <source>%1, step %2: there is no preset &quot;%3&quot;.</source>
            <translation>%1，第 %2 步：没有预设“%3”。</translation>
        </message>
        <message>
            <source>%1, step %2: &quot;%3&quot; cannot be set.</source>
            <translation>%1，第 %2 步：无法设置“%3”。</translation>
        </message>
        <message>
            <source>%1, step %2: its settings do not go together.</source>
            <translation>%1，第 %2 步：这些设置不能同时使用。</translation>
        </message>
        <message>
            <source>%1, step %2: &quot;%3&quot; cannot be waited for.</source>
            <translation>%1，第 %2 步：无法等待“%3”。</translation>
        </message>
        <message>
            <source>%1 is no lesson: it is not a JSON object.</source>
            <translation>%1 不是课程：它不是 JSON 对象。</translation>
        </message>
        <message>
            <source>A lesson has %1.</source>
            <translation>课程包含 %1。</translation>
        </message>
        <message>
            <source>The &quot;%1&quot; of these settings is no text.</source>
            <translation>这些设置中的“%1”不是文本。</translation>
        </message>
        <message>
            <source>%1: the id &quot;%2&quot; is that of a lesson of the program.</source>
            <translation>%1：标识“%2”属于程序自带的课程。</translation>
        </message>
        <message>
            <source>Give it another id.</source>
            <translation>请换一个标识。</translation>
        </message>
        <message>
            <source>%1: another lesson has the id &quot;%2&quot; already.</source>
            <translation>%1：另一课程已使用标识“%2”。</translation>
        </message>
        <message>
            <source>%1, step %2: there is no page &quot;%3&quot;.</source>
            <translation>%1，第 %2 步：没有页面“%3”。</translation>
        </message>
        <message>
            <source>%1, step %2: there is no &quot;%3&quot; to point at.</source>
            <translation>%1，第 %2 步：没有可以指向的“%3”。</translation>
        </message>
        <message>
            <source>There is no lesson &quot;%1&quot;.</source>
            <translation>没有课程“%1”。</translation>
        </message>
        <message>
            <source>Catastrophic overfitting.</source>
            <translation>灾难性过拟合。</translation>
        </message>
        <message>
            <source>At ε = %1 many steps (PGD) leave %2 % right at step %3, %4 % at step %5; a single one (FGSM) leaves %6 %.</source>
            <translation>eps %1 时，多步攻击（PGD）下的正确率在第 %3 步为 %2 %，在第 %5 步为 %4 %；单步攻击（FGSM）下为 %6 %。</translation>
        </message>
        <message>
            <source>At ε = %1 a single step (FGSM) leaves %2 % right, many (PGD) only %3 %.</source>
            <translation>eps %1 时，单步攻击（FGSM）下有 %2 % 正确，多步攻击（PGD）下只有 %3 %。</translation>
        </message>
        <message>
            <source>The classifier has learned to spoil the single step that it is trained against, and nothing else: its robustness is none.</source>
            <translation>分类器只学会了让训练时所面对的那一步攻击失效，此外什么也没学到：它并没有鲁棒性。</translation>
        </message>
        <message>
            <source>Train against PGD instead, or with a smaller step and a stronger random start; go on from before it began, or begin anew.</source>
            <translation>请改用 PGD 训练，或减小步长并加强随机起点；可从出现之前的一步继续，也可重新开始。</translation>
        </message>
        <message>
            <source>Attacked images are read better than clean ones.</source>
            <translation>受攻击的图像比干净图像读得更准。</translation>
        </message>
        <message>
            <source>Under %1 %2 % are right, of clean images %3 %.</source>
            <translation>在 %1 下有 %2 % 正确，干净图像有 %3 %。</translation>
        </message>
        <message>
            <source>The attack writes the class into the image, and the classifier has learned to read it there. Its figure under that attack says nothing.</source>
            <translation>攻击把类别写进了图像，而分类器学会了从中读出它。在该攻击下的数字说明不了什么。</translation>
        </message>
        <message>
            <source>Measure with PGD as well, and train with many steps and a random start, or with the class that the classifier reads.</source>
            <translation>请同时用 PGD 测量，并用带随机起点的多步攻击训练，或以分类器读出的类别为准来攻击。</translation>
        </message>
        <message>
            <source>Robust overfitting.</source>
            <translation>鲁棒过拟合。</translation>
        </message>
        <message>
            <source>Under %1 %2 % were right around step %3, and %4 % are now; on clean images %5 % then and %6 % now.</source>
            <translation>在 %1 下，第 %3 步前后有 %2 % 正确，现在为 %4 %；干净图像当时为 %5 %，现在为 %6 %。</translation>
        </message>
        <message>
            <source>Clean accuracy still rises, but at the price of robustness: the classifier learns the training images&apos; own attacks by heart.</source>
            <translation>干净准确率仍在上升，却以鲁棒性为代价：分类器在死记训练图像各自的攻击。</translation>
        </message>
        <message>
            <source>Keep the weights of step %1, or go on from there at a tenth of the rate.</source>
            <translation>请保留第 %1 步的权重，或以十分之一的学习率从那里继续。</translation>
        </message>
        <message>
            <source>Overfitting.</source>
            <translation>过拟合。</translation>
        </message>
        <message>
            <source>Of the training images at least %1 % are read rightly, as their loss shows, of the test images %2 %.</source>
            <translation>由损失可知，训练图像至少有 %1 % 读对，测试图像为 %2 %。</translation>
        </message>
        <message>
            <source>The classifier knows its training images by heart, and others not so well.</source>
            <translation>分类器把训练图像背了下来，对其他图像却没有那么熟。</translation>
        </message>
        <message>
            <source>Train for fewer epochs, with a smaller network or on more images.</source>
            <translation>请减少训练轮数、缩小网络，或使用更多图像。</translation>
        </message>
        <message>
            <source>Nothing moves any more.</source>
            <translation>一切已不再变化。</translation>
        </message>
        <message>
            <source>Since step %1, a quarter of the run, no accuracy has changed beyond its interval, and no loss by more than 2 %.</source>
            <translation>自第 %1 步以来（占本次训练的四分之一），没有任何准确率的变化超出其区间，也没有任何损失的变化超过 2 %。</translation>
        </message>
        <message>
            <source>There is nothing more to learn with these settings.</source>
            <translation>以这些设置已经学不到更多。</translation>
        </message>
        <message>
            <source>Stop here and keep what there is, or change what holds it back.</source>
            <translation>请就此停止并保留现有结果，或改变制约它的设置。</translation>
        </message>
        <message>
            <source>The discriminator has won.</source>
            <translation>判别器已经取胜。</translation>
        </message>
        <message>
            <source>Its loss is %1, at worst it was %2; the generator&apos;s stays at %3.</source>
            <translation>它的损失为 %1，最差时为 %2；生成器的损失停在 %3。</translation>
        </message>
        <message>
            <source>It tells every generated image at once, and its slope is next to nothing: the generator learns no more.</source>
            <translation>它一眼就能认出所有生成的图像，其斜率几乎为零：生成器再也学不到东西。</translation>
        </message>
        <message>
            <source>Slow the discriminator down, give the generator batch normalisation, and use least squares with a linear output.</source>
            <translation>请放慢判别器，给生成器加上批归一化，并使用线性输出的最小二乘。</translation>
        </message>
        <message>
            <source>The generator does not draw what it is asked for.</source>
            <translation>生成器画出的不是所要求的类别。</translation>
        </message>
        <message>
            <source>The generator has collapsed.</source>
            <translation>生成器已经坍缩。</translation>
        </message>
        <message>
            <source>The classifier is trained on images under wrong labels.</source>
            <translation>分类器在用标签错误的图像训练。</translation>
        </message>
        <message>
            <source>Whatever the latent, it draws much the same: as training samples its images are worth nothing. The page Generator has the figures.</source>
            <translation>无论隐变量如何，它画出的都大同小异：作为训练样本，这些图像毫无价值。各项数字见“生成器”页。</translation>
        </message>
        <message>
            <source>The loss has jumped.</source>
            <translation>损失突然跃升。</translation>
        </message>
        <message>
            <source>The steps are too long: each overshoots what the one before has reached.</source>
            <translation>步子太大：每一步都越过了前一步已达到的位置。</translation>
        </message>
        <message>
            <source>Go on from before it at half the rate, %1.</source>
            <translation>请以一半的学习率（%1）从跃升之前继续。</translation>
        </message>
        <message>
            <source>The loss is no longer a finite number.</source>
            <translation>损失已不再是有限的数。</translation>
        </message>
        <message>
            <source>Seen at step %1.</source>
            <translation>见于第 %1 步。</translation>
        </message>
        <message>
            <source>From about %1 to %2 at step %3, and it stays up.</source>
            <translation>在第 %3 步由约 %1 升至 %2，此后居高不下。</translation>
        </message>
        <message>
            <source>λ·L_adv drowns L.</source>
            <translation>λ·L_adv 淹没了 L。</translation>
        </message>
        <message>
            <source>L drowns λ·L_adv.</source>
            <translation>L 淹没了 λ·L_adv。</translation>
        </message>
        <message>
            <source>The gradient of λ·L_adv is %1 times as long as that of L.</source>
            <translation>λ·L_adv 的梯度长度是 L 的 %1 倍。</translation>
        </message>
        <message>
            <source>The classifier follows the opponent&apos;s samples alone; the original ones hardly count.</source>
            <translation>分类器只跟着对手的样本走，原始样本几乎不起作用。</translation>
        </message>
        <message>
            <source>The opponent&apos;s samples hardly count; the classifier is trained as if there were none.</source>
            <translation>对手的样本几乎不起作用，分类器的训练就像没有它们一样。</translation>
        </message>
        <message>
            <source>Both pull alike with λ = %1.</source>
            <translation>取 λ = %1 时，两者的拉力相当。</translation>
        </message>
        <message>
            <source>L and L_adv pull apart.</source>
            <translation>L 与 L_adv 相互拉扯。</translation>
        </message>
        <message>
            <source>The cosine of their gradients is %1 in the middle of the last %2.</source>
            <translation>最近 %2 次测量中，两者梯度夹角余弦的中位数为 %1。</translation>
        </message>
        <message>
            <source>What helps against the opponent harms on original samples: much of each step undoes the other&apos;s work.</source>
            <translation>有助于对付对手的，却有损于原始样本：每一步的很大一部分都在抵消另一方的成果。</translation>
        </message>
        <message>
            <source>Weaken the opponent, or take λ = %1: half of it. Samples under wrong labels do this, too: look at them.</source>
            <translation>请削弱对手，或取 λ = %1，即减半。标签错误的样本也会造成这种情况：请看看它们。</translation>
        </message>
        <message>
            <source>No run is better for more or less of %1.</source>
            <translation>%1 并无高低优劣之分，不能据此评判训练。</translation>
        </message>
        <message>
            <source>Name an accuracy as its attack is written, or a loss.</source>
            <translation>请写出某个准确率（按其攻击的写法）或某个损失。</translation>
        </message>
    </context>
    <context>
        <name>data</name>
        <message>
            <source>MNIST, handwritten digits</source>
            <translation>MNIST 手写数字</translation>
        </message>
        <message>
            <source>Fashion-MNIST, pieces of clothing</source>
            <translation>Fashion-MNIST 服饰</translation>
        </message>
        <message>
            <source>Built-in synthetic digits</source>
            <translation>内置合成数字</translation>
        </message>
        <message>
            <source>waiting for another fetch to end</source>
            <translation>正在等待另一个获取任务结束</translation>
        </message>
        <message>
            <source>T-shirt/top</source>
            <translation>T 恤/上衣</translation>
        </message>
        <message>
            <source>Trouser</source>
            <translation>裤子</translation>
        </message>
        <message>
            <source>Pullover</source>
            <translation>套头衫</translation>
        </message>
        <message>
            <source>Dress</source>
            <translation>连衣裙</translation>
        </message>
        <message>
            <source>Coat</source>
            <translation>外套</translation>
        </message>
        <message>
            <source>Sandal</source>
            <translation>凉鞋</translation>
        </message>
        <message>
            <source>Shirt</source>
            <translation>衬衫</translation>
        </message>
        <message>
            <source>Sneaker</source>
            <translation>运动鞋</translation>
        </message>
        <message>
            <source>Bag</source>
            <translation>包</translation>
        </message>
        <message>
            <source>Ankle boot</source>
            <translation>短靴</translation>
        </message>
        <message>
            <source>CIFAR-10, small photographs</source>
            <translation>CIFAR-10，小照片</translation>
        </message>
        <message>
            <source>EMNIST balanced, letters and digits in 47 classes</source>
            <translation>EMNIST balanced，字母与数字，47 类</translation>
        </message>
        <message>
            <source>EMNIST by class, letters and digits in 62 classes</source>
            <translation>EMNIST by class，字母与数字，62 类</translation>
        </message>
        <message>
            <source>EMNIST by merge, letters and digits in 47 classes</source>
            <translation>EMNIST by merge，字母与数字，47 类</translation>
        </message>
        <message>
            <source>EMNIST letters, 26 of them</source>
            <translation>EMNIST letters，26 个字母</translation>
        </message>
        <message>
            <source>EMNIST digits</source>
            <translation>EMNIST digits，数字</translation>
        </message>
        <message>
            <source>EMNIST MNIST, MNIST&apos;s digits made anew</source>
            <translation>EMNIST MNIST，重新制作的 MNIST 数字</translation>
        </message>
        <message>
            <source>Airplane</source>
            <translation>飞机</translation>
        </message>
        <message>
            <source>Automobile</source>
            <translation>汽车</translation>
        </message>
        <message>
            <source>Bird</source>
            <translation>鸟</translation>
        </message>
        <message>
            <source>Cat</source>
            <translation>猫</translation>
        </message>
        <message>
            <source>Deer</source>
            <translation>鹿</translation>
        </message>
        <message>
            <source>Dog</source>
            <translation>狗</translation>
        </message>
        <message>
            <source>Frog</source>
            <translation>蛙</translation>
        </message>
        <message>
            <source>Horse</source>
            <translation>马</translation>
        </message>
        <message>
            <source>Ship</source>
            <translation>船</translation>
        </message>
        <message>
            <source>Truck</source>
            <translation>卡车</translation>
        </message>
        <message>
            <source>%1 × %2, %3 + %4 images, %5 classes</source>
            <translation>%1 × %2，%3 + %4 张图像，%5 个类别</translation>
        </message>
    </context>
    <context>
        <name>events</name>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Single step</source>
            <translation>单步</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Phase: %1</source>
            <translation>阶段：%1</translation>
        </message>
        <message>
            <source>(nearest picture)</source>
            <translation>（最近的图）</translation>
        </message>
        <message>
            <source>Single step of the classifiers alone</source>
            <translation>单步，仅分类器学习</translation>
        </message>
        <message>
            <source>Single step of the generator alone</source>
            <translation>单步，仅生成器学习</translation>
        </message>
        <message>
            <source>Single step of the discriminator alone</source>
            <translation>单步，仅判别器学习</translation>
        </message>
    </context>
    <context>
        <name>export</name>
        <message>
            <source>PNG picture (*.png)</source>
            <translation>PNG 图片 (*.png)</translation>
        </message>
        <message>
            <source>SVG drawing (*.svg)</source>
            <translation>SVG 矢量图 (*.svg)</translation>
        </message>
        <message>
            <source>PDF document (*.pdf)</source>
            <translation>PDF 文档 (*.pdf)</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Table as CSV (*.csv)</source>
            <translation>CSV 表格 (*.csv)</translation>
        </message>
    </context>
    <context>
        <name>figure</name>
        <message>
            <source>Clean images</source>
            <translation>干净图像</translation>
        </message>
        <message>
            <source>Clean</source>
            <translation>干净</translation>
        </message>
        <message>
            <source>step %1 · %2 images</source>
            <translation>第 %1 步 · %2 张图像</translation>
        </message>
        <message>
            <source>Accuracy under %1</source>
            <translation>%1 下的准确率</translation>
        </message>
        <message>
            <source>%1 (baseline)</source>
            <translation>%1（基线）</translation>
        </message>
        <message>
            <source>Accuracy under corruptions</source>
            <translation>图像损坏下的准确率</translation>
        </message>
    </context>
    <context>
        <name>frontier</name>
        <message>
            <source>all %1 λ</source>
            <translation>全部 %1 个 λ</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>up and right is better</source>
            <translation>越靠右上越好</translation>
        </message>
    </context>
    <context>
        <name>metrics</name>
        <message>
            <source>Clean accuracy</source>
            <translation>干净准确率</translation>
        </message>
        <message>
            <source>Classifier loss on original samples</source>
            <translation>分类器在原始样本上的损失</translation>
        </message>
        <message>
            <source>λ times the classifier loss on adversarial samples</source>
            <translation>λ 乘以分类器在对抗样本上的损失</translation>
        </message>
        <message>
            <source>The sum the classifier minimises: L + λ·L_adv</source>
            <translation>分类器所最小化的总和：L + λ·L_adv</translation>
        </message>
        <message>
            <source>Discriminator loss: telling real digits from generated ones</source>
            <translation>判别器损失：区分真实数字与生成数字</translation>
        </message>
        <message>
            <source>Generator loss: passing for real</source>
            <translation>生成器损失：以假乱真</translation>
        </message>
        <message>
            <source>Accuracy on untouched test images</source>
            <translation>未改动的测试图像上的准确率</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Accuracy under %1</source>
            <translation>%1 下的准确率</translation>
        </message>
        <message>
            <source>Clean</source>
            <translation>干净</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Accuracy on test images under %1</source>
            <translation>测试图像在 %1 下的准确率</translation>
        </message>
        <message>
            <source>Accuracy on test images under %1, built against another classifier</source>
            <translation>测试图像在 %1 下的准确率，该攻击针对另一个分类器</translation>
        </message>
        <message>
            <source>Accuracy on test images under %1, built against this very classifier</source>
            <translation>测试图像在 %1 下的准确率，该攻击针对此分类器</translation>
        </message>
        <message>
            <source>How many times as long the gradient of λ·L_adv is as that of L, by the classifier&apos;s parameters</source>
            <translation>按分类器参数计，λ·L_adv 的梯度长度是 L 的多少倍</translation>
        </message>
        <message>
            <source>Whether both gradients pull the same way: 1 alike, 0 across, −1 against each other</source>
            <translation>两个梯度的方向是否一致：1 为一致，0 为互相垂直，−1 为相反</translation>
        </message>
    </context>
    <context>
        <name>notices</name>
        <message>
            <source>Open it</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写出：%1</translation>
        </message>
        <message>
            <source>The window's settings could not be read: it starts with the usual ones.</source>
            <translation>无法读取窗口设置：以默认设置启动。</translation>
        </message>
        <message>
            <source>Fetch it</source>
            <translation>获取</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>New run with it</source>
            <translation>用它开始新的训练</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>%1 could not be moved to the trash.</source>
            <translation>无法把 %1 移到回收站。</translation>
        </message>
        <message>
            <source>Open its folder and remove it there.</source>
            <translation>请打开其所在文件夹，在那里删除。</translation>
        </message>
        <message>
            <source>%1 is loaded. It is used from the next run on.</source>
            <translation>%1 已载入，下次开始时使用。</translation>
        </message>
        <message>
            <source>The data set %1 is not on this machine: synthetic digits are used.</source>
            <translation>本机没有数据集 %1：暂用合成数字。</translation>
        </message>
        <message>
            <source>The data set %1 is not on this machine.</source>
            <translation>本机没有数据集 %1。</translation>
        </message>
        <message>
            <source>Nothing was started: the data %1 could not be loaded.</source>
            <translation>没有开始训练：无法加载数据 %1。</translation>
        </message>
        <message>
            <source>Choose other data.</source>
            <translation>请选择其他数据。</translation>
        </message>
        <message>
            <source>%1 was measured on other images (%2): its figures cannot be compared.</source>
            <translation>%1 是在其他图像（%2）上测量的：两者的数字无法比较。</translation>
        </message>
        <message>
            <source>Compare runs that were trained on the same data.</source>
            <translation>请比较在同一数据上训练的运行。</translation>
        </message>
        <message>
            <source>Nothing was started: what is typed for &quot;%1&quot; is not valid.</source>
            <translation>没有开始训练：为“%1”输入的内容无效。</translation>
        </message>
        <message>
            <source>Correct it, or press Esc there to have the former value back.</source>
            <translation>请改正它，或在那里按 Esc 恢复原来的值。</translation>
        </message>
        <message>
            <source>%1 is being trained and stays.</source>
            <translation>%1 正在训练中，不会被删除。</translation>
        </message>
        <message>
            <source>Stop the program that trains it first.</source>
            <translation>请先停止正在训练它的程序。</translation>
        </message>
        <message>
            <source>%1 files were written to %2.</source>
            <translation>%1 个文件已写入 %2。</translation>
        </message>
        <message>
            <source>Show in its folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>怎么办</translation>
        </message>
    </context>
    <context>
        <name>pages</name>
        <message>
            <source>&amp;Curves</source>
            <translation>曲线(&amp;C)</translation>
        </message>
        <message>
            <source>Losses and accuracies, step by step</source>
            <translation>逐步的损失与准确率</translation>
        </message>
        <message>
            <source>F&amp;rontier</source>
            <translation>权衡前沿(&amp;R)</translation>
        </message>
        <message>
            <source>Clean against robust accuracy, one trail for every λ</source>
            <translation>干净准确率与鲁棒准确率的对照，每个 λ 一条轨迹</translation>
        </message>
        <message>
            <source>Ro&amp;bustness</source>
            <translation>鲁棒性(&amp;B)</translation>
        </message>
        <message>
            <source>Accuracy under attacks of growing strength and under corruptions</source>
            <translation>在强度递增的攻击下和图像损坏下的准确率</translation>
        </message>
        <message>
            <source>&amp;Verdict</source>
            <translation>结论(&amp;V)</translation>
        </message>
        <message>
            <source>What the opponent bought, with intervals, and whether it is to be believed</source>
            <translation>对手带来了什么（附置信区间），以及结果是否可信</translation>
        </message>
        <message>
            <source>&amp;Errors</source>
            <translation>错误(&amp;E)</translation>
        </message>
        <message>
            <source>Which digits are read as what, and whether confidence can be believed</source>
            <translation>哪些数字被判成什么，置信度是否可信</translation>
        </message>
        <message>
            <source>&amp;Gallery</source>
            <translation>图库(&amp;G)</translation>
        </message>
        <message>
            <source>What attacks make of test digits, and what every λ reads then</source>
            <translation>攻击把测试数字变成什么样，每个 λ 怎样判定</translation>
        </message>
        <message>
            <source>Ge&amp;nerator</source>
            <translation>生成器(&amp;N)</translation>
        </message>
        <message>
            <source>How good the generated digits are, beside real ones</source>
            <translation>与真实数字相比，生成数字有多好</translation>
        </message>
        <message>
            <source>C&amp;ompare</source>
            <translation>对比(&amp;O)</translation>
        </message>
        <message>
            <source>Runs, lanes and seeds beside each other, measured on the same images</source>
            <translation>并排比较运行、通道与种子，用同样的图像测量</translation>
        </message>
        <message>
            <source>&amp;Sweep</source>
            <translation>扫描(&amp;S)</translation>
        </message>
        <message>
            <source>Many runs that differ in what is varied: which is best, and what mattered</source>
            <translation>只在所变参数上不同的多次运行：哪个最好，什么起了作用</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>训练</translation>
        </message>
        <message>
            <source>What goes on: who trains whom, and how far they have come</source>
            <translation>正在发生什么：谁训练谁，走到了哪一步</translation>
        </message>
        <message>
            <source>Judge</source>
            <translation>评判</translation>
        </message>
        <message>
            <source>How robust the classifiers are, and whether that is to be believed</source>
            <translation>分类器有多稳健，这些数字是否可信</translation>
        </message>
        <message>
            <source>See</source>
            <translation>观察</translation>
        </message>
        <message>
            <source>Single images: what attacks make of them, and what generators draw</source>
            <translation>一张张图像：攻击把它们变成什么，生成器画出什么</translation>
        </message>
        <message>
            <source>Experiment</source>
            <translation>实验</translation>
        </message>
        <message>
            <source>Many runs: beside each other, and varied</source>
            <translation>许多次运行：并排比较，改变参数</translation>
        </message>
        <message>
            <source>Kinds of pages</source>
            <translation>页面分类</translation>
        </message>
        <message>
            <source>&amp;Anatomy</source>
            <translation>解剖图(&amp;A)</translation>
        </message>
        <message>
            <source>Who trains whom, live, to be steered in place</source>
            <translation>谁训练谁：实时显示，就地操控</translation>
        </message>
        <message>
            <source>Latent &amp;walk</source>
            <translation>潜空间漫步(&amp;W)</translation>
        </message>
        <message>
            <source>What the generator makes between any two images, and who is fooled there</source>
            <translation>生成器在任意两张图像之间会生成什么，谁会在那里受骗</translation>
        </message>
        <message>
            <source>Export latent &amp;walk…</source>
            <translation>导出潜空间漫步(&amp;W)…</translation>
        </message>
        <message>
            <source>M&amp;ap</source>
            <translation>特征图(&amp;A)</translation>
        </message>
        <message>
            <source>Where a classifier has the test images before it decides, and where attacks drive them</source>
            <translation>分类器在作出判断之前把测试图像放在哪里，攻击又把它们赶到哪里</translation>
        </message>
        <message>
            <source>Export ma&amp;p…</source>
            <translation>导出特征图(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Draw</source>
            <translation>手写(&amp;D)</translation>
        </message>
        <message>
            <source>An image of your own: what every λ reads, what turns it, and why</source>
            <translation>你自己的图像：每个 λ 读作什么、怎样才会翻转、以及为什么</translation>
        </message>
    </context>
    <context>
        <name>params</name>
        <message>
            <source>Data and machine</source>
            <translation>数据与设备</translation>
        </message>
        <message>
            <source>Objective</source>
            <translation>目标函数</translation>
        </message>
        <message>
            <source>Opponent</source>
            <translation>对手</translation>
        </message>
        <message>
            <source>Optimiser</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Networks</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>训练安排</translation>
        </message>
        <message>
            <source>Watching</source>
            <translation>观测</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>步</translation>
        </message>
        <message>
            <source>epochs</source>
            <translation>轮</translation>
        </message>
        <message>
            <source>of full ink</source>
            <translation>（满墨为 1）</translation>
        </message>
        <message>
            <source>units</source>
            <translation>个单元</translation>
        </message>
        <message>
            <source>λ</source>
            <translation>λ</translation>
        </message>
        <message>
            <source>Weight of the adversarial loss: L_total = L + λ·L_adv. At 0 the opponent plays no part. Several values, as in &quot;0, 1&quot;, train one classifier each on the same batches.</source>
            <translation>对抗损失的权重：L_total = L + λ·L_adv。为 0 时对手不起作用。用逗号列出多个值，则每个 λ 各训练一个分类器，使用相同的批次。</translation>
        </message>
        <message>
            <source>Classifier loss</source>
            <translation>分类器损失</translation>
        </message>
        <message>
            <source>Squared error ‖softmax − y‖² is the objective as written; it saturates where the softmax does. Cross-entropy keeps its gradient when the classifier is confidently wrong.</source>
            <translation>平方误差 ‖softmax − y‖² 是原文的目标函数，softmax 饱和时它也随之饱和。交叉熵在分类器自信地犯错时仍保有梯度。</translation>
        </message>
        <message>
            <source>squared error</source>
            <translation>平方误差</translation>
        </message>
        <message>
            <source>cross-entropy</source>
            <translation>交叉熵</translation>
        </message>
        <message>
            <source>Adversary</source>
            <translation>对手</translation>
        </message>
        <message>
            <source>Who makes the adversarial samples x_adv and their labels y_adv. Those without networks of their own can take over from one another while training runs.</source>
            <translation>谁来生成对抗样本 x_adv 及其标签 y_adv。没有自己网络的对手可以在训练过程中互相替换。</translation>
        </message>
        <message>
            <source>β, fooling weight</source>
            <translation>β，欺骗权重</translation>
        </message>
        <message>
            <source>β</source>
            <translation>β</translation>
        </message>
        <message>
            <source>How strongly the generator is paid for raising the classifier's loss, beside deceiving the discriminator. 0: it only imitates. Too high: digits lose their class.</source>
            <translation>除了骗过判别器之外，生成器因提高分类器损失而得到的奖励强度。0：只会模仿。过高：数字会失去其类别。</translation>
        </message>
        <message>
            <source>Fooling term</source>
            <translation>欺骗项</translation>
        </message>
        <message>
            <source>Maximise: the generator's loss gets −β·L_adv. Wrong target: it gets +β times the squared distance of the classifier's softmax to a randomly drawn wrong class.</source>
            <translation>最大化：生成器损失加上 −β·L_adv。错误目标：加上 β 乘以分类器 softmax 到随机错误类别的平方距离。</translation>
        </message>
        <message>
            <source>maximise L_adv</source>
            <translation>最大化 L_adv</translation>
        </message>
        <message>
            <source>wrong target</source>
            <translation>错误目标</translation>
        </message>
        <message>
            <source>ε, largest change</source>
            <translation>ε，最大变化</translation>
        </message>
        <message>
            <source>How far an attack may move each pixel, in [0,1] pixel units.</source>
            <translation>攻击可使每个像素移动的幅度，以 [0,1] 像素值计。</translation>
        </message>
        <message>
            <source>Label rule</source>
            <translation>标签规则</translation>
        </message>
        <message>
            <source>Adversary gan only: who names an unconditionally generated image. The frozen teacher knows only real digits; the classifier naming them itself confirms its own errors.</source>
            <translation>仅用于对手 gan：由谁为无条件生成的图像命名。冻结的教师只认得真实数字；若由分类器自己命名，则会坐实自己的错误。</translation>
        </message>
        <message>
            <source>frozen teacher</source>
            <translation>冻结的教师</translation>
        </message>
        <message>
            <source>the classifier itself</source>
            <translation>分类器自身</translation>
        </message>
        <message>
            <source>τ, label confidence</source>
            <translation>τ，标签置信度</translation>
        </message>
        <message>
            <source>τ</source>
            <translation>τ</translation>
        </message>
        <message>
            <source>Adversary gan only: a generated image is used when the namer's largest softmax output is at least τ. 0 uses all of them.</source>
            <translation>仅用于对手 gan：命名者的最大 softmax 输出不低于 τ 时，才使用该生成图像。0 表示全部使用。</translation>
        </message>
        <message>
            <source>Only where the teacher agrees</source>
            <translation>仅在教师同意时使用</translation>
        </message>
        <message>
            <source>Adversary cgan only: use a generated image when the frozen teacher reads the class that was asked for.</source>
            <translation>仅用于对手 cgan：冻结的教师读出所要求的类别时，才使用该生成图像。</translation>
        </message>
        <message>
            <source>Teacher weight</source>
            <translation>教师权重</translation>
        </message>
        <message>
            <source>Conditional generators: weight of the cross-entropy by which the frozen teacher asks the generator for the right class. 0 leaves the class to the discriminator alone.</source>
            <translation>条件生成器：冻结的教师要求生成器给出正确类别的交叉熵权重。0 表示类别只由判别器把关。</translation>
        </message>
        <message>
            <source>GAN loss</source>
            <translation>GAN 损失</translation>
        </message>
        <message>
            <source>What the discriminator and the generator play for.</source>
            <translation>判别器与生成器各自所求。</translation>
        </message>
        <message>
            <source>Keeps a gradient for samples far from the decision boundary (Mao 2017).</source>
            <translation>对远离决策边界的样本仍保有梯度（Mao 2017）。</translation>
        </message>
        <message>
            <source>The classic game: the generator wants its images called real (Goodfellow 2014).</source>
            <translation>经典的博弈：生成器要让自己的图像被判为真（Goodfellow 2014）。</translation>
        </message>
        <message>
            <source>hinge</source>
            <translation>铰链（hinge）</translation>
        </message>
        <message>
            <source>The discriminator is content with scores beyond a margin of 1 on the right side; the generator raises its own without an end (Lim &amp; Ye 2017).</source>
            <translation>得分在正确一侧超过间隔 1 后，判别器便满足；生成器则无止境地提高自己的得分（Lim &amp; Ye 2017）。</translation>
        </message>
        <message>
            <source>least squares</source>
            <translation>最小二乘</translation>
        </message>
        <message>
            <source>binary cross-entropy</source>
            <translation>二元交叉熵</translation>
        </message>
        <message>
            <source>Target coding (a, b, c)</source>
            <translation>目标编码 (a, b, c)</translation>
        </message>
        <message>
            <source>Least squares only: the discriminator pulls fakes to a and real digits to b, the generator pulls fakes to c.</source>
            <translation>仅用于最小二乘：判别器把假样本拉向 a、真样本拉向 b，生成器把假样本拉向 c。</translation>
        </message>
        <message>
            <source>0, 1, 1</source>
            <translation>0, 1, 1</translation>
        </message>
        <message>
            <source>−1, 1, 0 (Pearson)</source>
            <translation>−1, 1, 0（Pearson）</translation>
        </message>
        <message>
            <source>Classifier learning rate</source>
            <translation>分类器学习率</translation>
        </message>
        <message>
            <source>f rate</source>
            <translation>f 学习率</translation>
        </message>
        <message>
            <source>Adam's step size for the classifier.</source>
            <translation>分类器的 Adam 步长。</translation>
        </message>
        <message>
            <source>Generator learning rate</source>
            <translation>生成器学习率</translation>
        </message>
        <message>
            <source>G rate</source>
            <translation>G 学习率</translation>
        </message>
        <message>
            <source>Adam's step size for the generator.</source>
            <translation>生成器的 Adam 步长。</translation>
        </message>
        <message>
            <source>Discriminator learning rate</source>
            <translation>判别器学习率</translation>
        </message>
        <message>
            <source>D rate</source>
            <translation>D 学习率</translation>
        </message>
        <message>
            <source>Adam's step size for the discriminator.</source>
            <translation>判别器的 Adam 步长。</translation>
        </message>
        <message>
            <source>Adam β₁</source>
            <translation>Adam β₁</translation>
        </message>
        <message>
            <source>Memory of the gradient's mean. GANs like 0.5; 0.9 is the usual value elsewhere.</source>
            <translation>对梯度均值的记忆。GAN 适合 0.5；其他场合通常为 0.9。</translation>
        </message>
        <message>
            <source>Adam β₂</source>
            <translation>Adam β₂</translation>
        </message>
        <message>
            <source>Memory of the gradient's mean square.</source>
            <translation>对梯度均方的记忆。</translation>
        </message>
        <message>
            <source>Classifier hidden widths</source>
            <translation>分类器隐藏层宽度</translation>
        </message>
        <message>
            <source>Widths of the hidden ReLU layers, comma-separated; empty: a linear classifier.</source>
            <translation>各 ReLU 隐藏层的宽度，以逗号分隔；留空：线性分类器。</translation>
        </message>
        <message>
            <source>Generator hidden widths</source>
            <translation>生成器隐藏层宽度</translation>
        </message>
        <message>
            <source>Widths of the generator's hidden layers; its output is tanh.</source>
            <translation>生成器各隐藏层的宽度；输出为 tanh。</translation>
        </message>
        <message>
            <source>Generator batch normalisation</source>
            <translation>生成器批归一化</translation>
        </message>
        <message>
            <source>After each hidden linear layer. The single most useful help against collapse here.</source>
            <translation>位于每个线性隐藏层之后。在这里是防止崩溃最有用的一招。</translation>
        </message>
        <message>
            <source>Generator activation</source>
            <translation>生成器激活函数</translation>
        </message>
        <message>
            <source>Of the generator's hidden layers. Leaky ReLU has slope 0.2 below zero.</source>
            <translation>用于生成器的隐藏层。Leaky ReLU 在零以下斜率为 0.2。</translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation>Leaky ReLU</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Discriminator hidden widths</source>
            <translation>判别器隐藏层宽度</translation>
        </message>
        <message>
            <source>Widths of its hidden leaky-ReLU layers; empty: one linear layer, as written.</source>
            <translation>各 Leaky-ReLU 隐藏层的宽度；留空：只有一个线性层，与原文一致。</translation>
        </message>
        <message>
            <source>Discriminator output</source>
            <translation>判别器输出</translation>
        </message>
        <message>
            <source>Least squares needs a linear score; a sigmoid in front of it fades the gradient (σ(1−σ)).</source>
            <translation>最小二乘需要线性得分；若在前面加 sigmoid，梯度会消退（σ(1−σ)）。</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>Sigmoid</translation>
        </message>
        <message>
            <source>Latent size</source>
            <translation>潜变量维数</translation>
        </message>
        <message>
            <source>How many normal random numbers the generator makes an image from.</source>
            <translation>生成器由多少个正态随机数生成一张图像。</translation>
        </message>
        <message>
            <source>Teacher hidden widths</source>
            <translation>教师隐藏层宽度</translation>
        </message>
        <message>
            <source>The teacher learns real digits under noise σ = 0.2 (Adam, 1e-3) and is then frozen.</source>
            <translation>教师在噪声 σ = 0.2 下学习真实数字（Adam，1e-3），之后冻结。</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>批大小</translation>
        </message>
        <message>
            <source>Original images a step; as many adversarial ones beside them.</source>
            <translation>每一步的原始图像数；另有同样多的对抗图像。</translation>
        </message>
        <message>
            <source>Teacher epochs</source>
            <translation>教师训练轮数</translation>
        </message>
        <message>
            <source>Training of the teacher before anything else; only where something needs it.</source>
            <translation>最先训练教师；仅在需要时进行。</translation>
        </message>
        <message>
            <source>Pretraining epochs</source>
            <translation>预训练轮数</translation>
        </message>
        <message>
            <source>Phase 1: the classifier on original data alone.</source>
            <translation>第一阶段：分类器只用原始数据训练。</translation>
        </message>
        <message>
            <source>Duel epochs</source>
            <translation>对决轮数</translation>
        </message>
        <message>
            <source>Phase 2: generator against discriminator, the classifier resting. Skipped by adversaries without a generator.</source>
            <translation>第二阶段：生成器对判别器，分类器休息。没有生成器的对手会跳过。</translation>
        </message>
        <message>
            <source>Joint epochs</source>
            <translation>联合训练轮数</translation>
        </message>
        <message>
            <source>Phase 3: the classifier on L + λ·L_adv while the duel goes on.</source>
            <translation>第三阶段：分类器按 L + λ·L_adv 训练，对决继续。</translation>
        </message>
        <message>
            <source>Loss point every</source>
            <translation>损失取点间隔</translation>
        </message>
        <message>
            <source>Steps averaged into one point of the loss curves.</source>
            <translation>损失曲线上一个点所平均的步数。</translation>
        </message>
        <message>
            <source>Test every</source>
            <translation>测试间隔</translation>
        </message>
        <message>
            <source>Steps between looks at the test set; 0: one at the end.</source>
            <translation>两次测试之间的步数；0：只在结束时测试一次。</translation>
        </message>
        <message>
            <source>Test images</source>
            <translation>测试图像数</translation>
        </message>
        <message>
            <source>So many test images, evenly spread over the test set, are used while training; 0: all.</source>
            <translation>训练期间使用这么多张测试图像，均匀取自整个测试集；0：全部。</translation>
        </message>
        <message>
            <source>Pictures every</source>
            <translation>图片间隔</translation>
        </message>
        <message>
            <source>Steps between two looks at the generated digits; 0: never.</source>
            <translation>两次查看生成数字之间的步数；0：从不。</translation>
        </message>
        <message>
            <source>Checkpoint every</source>
            <translation>检查点间隔</translation>
        </message>
        <message>
            <source>Steps between two checkpoints of a run with a folder; 0: only at its end.</source>
            <translation>有文件夹的训练两次检查点之间的步数；0：只在结束时。</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>随机种子</translation>
        </message>
        <message>
            <source>The same seed, threads and build give the same run, bit for bit.</source>
            <translation>相同的种子、线程数和构建会得到逐位相同的训练。</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Auto takes a CUDA card where there is one.</source>
            <translation>自动：有 CUDA 显卡时使用显卡。</translation>
        </message>
        <message>
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <source>CUDA card</source>
            <translation>CUDA 显卡</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>线程数</translation>
        </message>
        <message>
            <source>Processor threads of a step; 0: as many as there are cores.</source>
            <translation>每一步使用的处理器线程数；0：与核心数相同。</translation>
        </message>
        <message>
            <source>PGD steps</source>
            <translation>PGD 步数</translation>
        </message>
        <message>
            <source>Adversaries pgd, gan-pgd and trades: steps uphill for each sample (k); a training step costs as many times more.</source>
            <translation>对手 pgd、gan-pgd 与 trades：每个样本的上升步数 k；训练步的耗时随之成倍增加。</translation>
        </message>
        <message>
            <source>PGD step length</source>
            <translation>PGD 步长</translation>
        </message>
        <message>
            <source>α in units of ε / k: at 1 the k steps just reach ε, at 2.5 they can turn on the way.</source>
            <translation>α，以 ε / k 为单位：取 1 时 k 步恰好到达 ε，取 2.5 时途中可以转向。</translation>
        </message>
        <message>
            <source>ε / k</source>
            <translation>ε / k</translation>
        </message>
        <message>
            <source>Weight of clean samples</source>
            <translation>干净样本的权重</translation>
        </message>
        <message>
            <source>clean weight</source>
            <translation>干净样本权重</translation>
        </message>
        <message>
            <source>Weight of L where L_adv counts too: L_total = w·L + λ·L_adv. At 0 the classifier learns from adversarial samples alone (Madry 2018).</source>
            <translation>L_adv 也计入时 L 的权重：L_total = w·L + λ·L_adv。为 0 时分类器只从对抗样本学习（Madry 2018）。</translation>
        </message>
        <message>
            <source>Ramp of ε</source>
            <translation>ε 的爬升</translation>
        </message>
        <message>
            <source>Share of the joint phase over which ε grows from 0 to its value; 0: ε from the beginning. A network that meets a large ε at once may learn nothing.</source>
            <translation>联合阶段中 ε 从 0 增长到设定值所占的比例；0：一开始就用设定值。一开始就面对很大的 ε，网络可能什么也学不到。</translation>
        </message>
        <message>
            <source>Classifier's optimiser</source>
            <translation>分类器的优化器</translation>
        </message>
        <message>
            <source>Adam, or stochastic gradient descent with momentum. The opponents have Adam.</source>
            <translation>Adam，或带动量的随机梯度下降。对手始终使用 Adam。</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>SGD with momentum</source>
            <translation>带动量的 SGD</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>SGD only: how much of the last move the next one keeps.</source>
            <translation>仅用于 SGD：下一步保留上一步移动的多少。</translation>
        </message>
        <message>
            <source>Learning rates in time</source>
            <translation>学习率随时间的变化</translation>
        </message>
        <message>
            <source>Of all networks, in the joint phase. Cyclic: from 0 up to the rate in two fifths of it and down again (Wong 2020). Drop: a tenth of the rate from lr.drop on.</source>
            <translation>针对所有网络，在联合阶段内。单周期：在五分之二处从 0 升到设定值，再降回（Wong 2020）。下降：从 lr.drop 起为设定值的十分之一。</translation>
        </message>
        <message>
            <source>constant</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>one cycle</source>
            <translation>单周期</translation>
        </message>
        <message>
            <source>drop to a tenth</source>
            <translation>降为十分之一</translation>
        </message>
        <message>
            <source>Drop of the rates after</source>
            <translation>学习率下降的时刻</translation>
        </message>
        <message>
            <source>lr.schedule = drop only: the share of the joint phase that has the full rates.</source>
            <translation>仅用于 lr.schedule = drop：联合阶段中使用完整学习率的比例。</translation>
        </message>
        <message>
            <source>Adversary advgan only: weight of the fooling loss beside that of the GAN. Higher: changes that fool more often, and that the discriminator sees more easily.</source>
            <translation>仅用于对手 advgan：欺骗损失相对于 GAN 损失的权重。越高，修改越常骗过分类器，也越容易被判别器看出。</translation>
        </message>
        <message>
            <source>AdvGAN size weight</source>
            <translation>AdvGAN 幅度权重</translation>
        </message>
        <message>
            <source>Adversary advgan only: weight of max(0, ‖ε·G(x)‖₂ − c), by which the generator pays for large changes.</source>
            <translation>仅用于对手 advgan：max(0, ‖ε·G(x)‖₂ − c) 的权重，生成器要为大的修改付出代价。</translation>
        </message>
        <message>
            <source>AdvGAN free size c</source>
            <translation>AdvGAN 免费幅度 c</translation>
        </message>
        <message>
            <source>Adversary advgan only: a change of Euclidean length c over all pixels costs nothing. All of 784 pixels changed by ε = 0.1 have length 2.8.</source>
            <translation>仅用于对手 advgan：所有像素上欧氏长度不超过 c 的修改不计代价。784 个像素各改 ε = 0.1，长度为 2.8。</translation>
        </message>
        <message>
            <source>Fooling loss f</source>
            <translation>欺骗损失 f</translation>
        </message>
        <message>
            <source>Adversaries advgan and atgan: what the generator minimises to fool the classifier. Margin: max(z_y − max z_j, 0) on logits z, j the other classes (Carlini &amp; Wagner 2017), nothing more to gain from an error; the others are −J without an end and −‖softmax − y‖², which saturates.</source>
            <translation>用于对手 advgan 与 atgan：生成器为欺骗分类器而最小化的量。间隔：logits z 上的 max(z_y − max z_j, 0)，j 为其他类别（Carlini &amp; Wagner 2017），已出错的样本不再得益；其余为没有下限的 −J，以及会饱和的 −‖softmax − y‖²。</translation>
        </message>
        <message>
            <source>margin of the logits</source>
            <translation>logits 间隔</translation>
        </message>
        <message>
            <source>GAT size weight c_g</source>
            <translation>GAT 幅度权重 c_g</translation>
        </message>
        <message>
            <source>Adversary gat only: weight of ‖ε·G(∇J)‖₂², by which the generator pays for large changes. 0: it goes as far as ε lets it.</source>
            <translation>仅用于对手 gat：‖ε·G(∇J)‖₂² 的权重，生成器要为大的修改付出代价。0：ε 允许多远就走多远。</translation>
        </message>
        <message>
            <source>AT-GAN fooling weight</source>
            <translation>AT-GAN 欺骗权重</translation>
        </message>
        <message>
            <source>Adversary atgan only: weight of the fooling loss in the attacker's loss.</source>
            <translation>仅用于对手 atgan：攻击者损失中欺骗损失的权重。</translation>
        </message>
        <message>
            <source>AT-GAN distance weight</source>
            <translation>AT-GAN 距离权重</translation>
        </message>
        <message>
            <source>Adversary atgan only: weight of ‖G_att(z, c) − G_orig(z, c) − ρ·N(0, 1)‖₂, which keeps the attacker near the digits of the GAN it started from.</source>
            <translation>仅用于对手 atgan：‖G_att(z, c) − G_orig(z, c) − ρ·N(0, 1)‖₂ 的权重，使攻击者不远离它所出发的 GAN 的数字。</translation>
        </message>
        <message>
            <source>AT-GAN noise ρ</source>
            <translation>AT-GAN 噪声 ρ</translation>
        </message>
        <message>
            <source>Adversary fgsm only: the class at which the gradient is taken. With the true one the step can give the label away, and the classifier learns to read that (label leaking, Kurakin 2017); the class it reads itself tells it nothing new. y_adv is the true one either way.</source>
            <translation>仅用于对手 fgsm：在哪个类别处求梯度。用真实类别时，这一步可能泄露标签，分类器会学着去读它（标签泄露，Kurakin 2017）；用它自己读出的类别则不会透露任何新东西。无论哪种，y_adv 都是真实类别。</translation>
        </message>
        <message>
            <source>true class</source>
            <translation>真实类别</translation>
        </message>
        <message>
            <source>the classifier's own reading</source>
            <translation>分类器自己的判断</translation>
        </message>
        <message>
            <source>FGSM-RS step length</source>
            <translation>FGSM-RS 步长</translation>
        </message>
        <message>
            <source>Adversary fgsm-rs only: α in units of ε. Wong 2020 takes 1.25; nearer to 2 the single step can overfit, and robustness against many steps is suddenly lost.</source>
            <translation>仅用于对手 fgsm-rs：α 以 ε 为单位。Wong 2020 取 1.25；接近 2 时单步可能过拟合，对多步攻击的鲁棒性会突然丧失。</translation>
        </message>
        <message>
            <source>ε</source>
            <translation>ε</translation>
        </message>
        <message>
            <source>Training noise σ</source>
            <translation>训练噪声 σ</translation>
        </message>
        <message>
            <source>Adversary noise only: standard deviation of the Gaussian noise on each pixel.</source>
            <translation>仅用于对手 noise：每个像素上高斯噪声的标准差。</translation>
        </message>
        <message>
            <source>Share of generated images</source>
            <translation>生成图像的占比</translation>
        </message>
        <message>
            <source>Adversary gan-pgd only: how much of the adversarial half starts at a generated image, the rest at real ones. 0: plain PGD beside an idle generator.</source>
            <translation>仅用于对手 gan-pgd：对抗样本中有多大比例从生成图像出发，其余从真实图像出发。0：普通 PGD，生成器闲置。</translation>
        </message>
        <message>
            <source>Latent search steps</source>
            <translation>潜变量搜索步数</translation>
        </message>
        <message>
            <source>Adversary latent only: steps of the search in each training step, which costs as many times more. On MNIST 10 steps fool a plain classifier with 4 of 10 images, 50 with half; the paper searches for hundreds.</source>
            <translation>仅用于对手 latent：每个训练步中的搜索步数，训练步的耗时按此倍增。在 MNIST 上，10 步能用约四成的图像骗过普通分类器，50 步约一半；论文搜索数百步。</translation>
        </message>
        <message>
            <source>Latent ε</source>
            <translation>潜变量 ε</translation>
        </message>
        <message>
            <source>Adversary latent only: how far each number of z may move for nothing, in standard deviations of z; also the length of a step (root mean square over z).</source>
            <translation>仅用于对手 latent：z 的每个分量可以免费移动的距离，以 z 的标准差为单位；也是一步的长度（对 z 取均方根）。</translation>
        </message>
        <message>
            <source>Latent λ₁, nearness</source>
            <translation>潜变量 λ₁，邻近</translation>
        </message>
        <message>
            <source>Adversary latent only: weight of what z has moved beyond ε, against fooling the classifier. Lower: images farther from those that were drawn. The paper takes 100 and has patience; in few steps that fools nobody.</source>
            <translation>仅用于对手 latent：z 超出 ε 的移动量的权重，与欺骗分类器相权衡。越低，图像离抽样所得越远。论文取 100，并有足够的耐心；步数少时骗不了谁。</translation>
        </message>
        <message>
            <source>Latent λ₂, class</source>
            <translation>潜变量 λ₂，类别</translation>
        </message>
        <message>
            <source>AdvGAN fooling weight</source>
            <translation>AdvGAN 欺骗权重</translation>
        </message>
        <message>
            <source>Adversary atgan only: standard deviation of the noise in the distance. It gives room: staying within about ρ of each pixel costs little.</source>
            <translation>仅用于对手 atgan：距离中噪声的标准差。它留出余地：每个像素在约 ρ 之内变动几乎不计代价。</translation>
        </message>
        <message>
            <source>FGSM label</source>
            <translation>FGSM 标签</translation>
        </message>
        <message>
            <source>Adversary latent only: weight of the frozen teacher's cross-entropy for the class asked for, against fooling the classifier. Lower: more images that have lost their class, which then do not count. The paper takes 100.</source>
            <translation>仅用于对手 latent：冻结的教师对所要求类别的交叉熵的权重，与欺骗分类器相权衡。越低，失去类别因而不计入的图像越多。论文取 100。</translation>
        </message>
        <message>
            <source>Test attacks</source>
            <translation>测试攻击</translation>
        </message>
        <message>
            <source>Attacks and corruptions that have an accuracy of their own beside the clean one: NAME:key=value, between commas, as `evaluate --attack` takes them. The first that sees the gradient makes the pairs shown. Each costs time at every test: PGD with 20 steps some 20 times what FGSM costs, square more; transfer trains another classifier first.</source>
            <translation>除干净准确率外，各有一条准确率曲线的攻击与图像损坏：写作“名称:键=值”，以逗号分隔，与 `evaluate --attack` 相同。其中第一个利用梯度的攻击用于生成所示的样本对。每一项都使每次测试变慢：20 步的 PGD 约为 FGSM 的 20 倍，square 更多；transfer 会先训练另一个分类器。</translation>
        </message>
        <message>
            <source>mnist, fashion-mnist, synthetic; emnist-balanced (or another split) and cifar-10 where you have copied their files; or a folder of such files of your own.</source>
            <translation>mnist、fashion-mnist、synthetic；已自行复制其文件的 emnist-balanced（或其他划分）与 cifar-10；或您自己的含此类文件的文件夹。</translation>
        </message>
        <message>
            <source>Snapshot every</source>
            <translation>快照间隔</translation>
        </message>
        <message>
            <source>Steps between two snapshots of the weights, by which every page can look back at a step; 0: as many as are kept, spread over the run.</source>
            <translation>两次权重快照之间的步数，各页面借此回看某一步；0：按保留数量均匀分布在整个训练中。</translation>
        </message>
        <message>
            <source>Snapshots kept</source>
            <translation>保留快照数</translation>
        </message>
        <message>
            <source>At most so many snapshots; beyond, the oldest are thinned. Each takes two bytes a weight: a hundred of the usual networks some 180 MB. 0: none are written.</source>
            <translation>最多保留这么多快照，超出时疏去最旧的。每个权重占两字节：常用网络的一百个快照约 180 MB。0：不写快照。</translation>
        </message>
    </context>
    <context>
        <name>phases</name>
        <message>
            <source>teacher</source>
            <translation>教师</translation>
        </message>
        <message>
            <source>pretrain</source>
            <translation>预训练</translation>
        </message>
        <message>
            <source>duel</source>
            <translation>对决</translation>
        </message>
        <message>
            <source>joint</source>
            <translation>联合训练</translation>
        </message>
    </context>
    <context>
        <name>report</name>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>Measured at step %1 on %2 test images, with 95 % intervals (Wilson).</source>
            <translation>在第 %1 步用 %2 张测试图像测得，附 95 % 区间（Wilson）。</translation>
        </message>
        <message>
            <source>Measured at step %1; the run does not say on how many test images.</source>
            <translation>在第 %1 步测得；该训练没有记录所用测试图像的数量。</translation>
        </message>
        <message>
            <source>The run went on to step %1 without another test.</source>
            <translation>此后训练继续到第 %1 步，没有再做测试。</translation>
        </message>
        <message>
            <source>of the test images are read correctly when nobody touches them.</source>
            <translation>的测试图像在未改动时读取正确。</translation>
        </message>
        <message>
            <source>The run ended before its first evaluation.</source>
            <translation>训练在首次评估之前就结束了。</translation>
        </message>
        <message>
            <source>from %1 to %2</source>
            <translation>从 %1 到 %2</translation>
        </message>
        <message>
            <source>%1: no gain beyond chance from joint training (%2).</source>
            <translation>%1：联合训练没有带来超出偶然的提高（%2）。</translation>
        </message>
        <message>
            <source>%1: joint training raised it %2.</source>
            <translation>%1：联合训练使其提高，%2。</translation>
        </message>
        <message>
            <source>%1: joint training lowered it %2.</source>
            <translation>%1：联合训练使其降低，%2。</translation>
        </message>
        <message>
            <source>Every setting has its default value.</source>
            <translation>所有设置均为默认值。</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>This run</source>
            <translation>本次训练</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>默认值</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生了什么</translation>
        </message>
        <message>
            <source>Begun %1 on %2, data %3, seed %4, Sparring %5</source>
            <translation>开始于 %1，设备 %2，数据 %3，种子 %4，Sparring %5</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <source>Loss curves of classifier, discriminator and generator</source>
            <translation>分类器、判别器和生成器的损失曲线</translation>
        </message>
        <message>
            <source>Accuracy on clean, noisy and attacked test images</source>
            <translation>干净、加噪和受攻击测试图像上的准确率</translation>
        </message>
        <message>
            <source>Generated digits through time</source>
            <translation>生成数字随时间的变化</translation>
        </message>
        <message>
            <source>The same latent points at several steps of the training</source>
            <translation>相同潜变量在训练不同步数时的样子</translation>
        </message>
        <message>
            <source>Settings that differ from the defaults</source>
            <translation>与默认值不同的设置</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>Frontier</source>
            <translation>权衡前沿</translation>
        </message>
        <message>
            <source>Robustness</source>
            <translation>鲁棒性</translation>
        </message>
        <message>
            <source>Accuracy against the strength of attacks and under corruptions, with 95 % intervals</source>
            <translation>准确率随攻击强度的变化及图像损坏下的准确率，附 95 % 置信区间</translation>
        </message>
        <message>
            <source>%1 against %2</source>
            <translation>%1 对比 %2</translation>
        </message>
        <message>
            <source>Attack</source>
            <translation>攻击</translation>
        </message>
        <message>
            <source>Right: baseline → judged</source>
            <translation>正确率：基线 → 评判对象</translation>
        </message>
        <message>
            <source>Difference in points, 95 % interval</source>
            <translation>相差百分点，95 % 置信区间</translation>
        </message>
        <message>
            <source>Are these figures to be believed?</source>
            <translation>这些数字可信吗？</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>are still read correctly under %1.</source>
            <translation>在 %1 下仍读取正确。</translation>
        </message>
        <message>
            <source>are still read correctly under %1, an attack built against another classifier.</source>
            <translation>在 %1 下仍读取正确，该攻击针对另一个分类器。</translation>
        </message>
        <message>
            <source>are still read correctly under %1, an attack built against this very classifier.</source>
            <translation>在 %1 下仍读取正确，该攻击专门针对此分类器。</translation>
        </message>
        <message>
            <source>Clean accuracy to the right, accuracy under %1 upwards, one trail for every λ</source>
            <translation>横轴为干净准确率，纵轴为 %1 下的准确率，每个 λ 一条轨迹</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::Actions</name>
        <message>
            <source>&amp;Choose the folder of runs…</source>
            <translation>选择训练文件夹(&amp;C)…</translation>
        </message>
        <message>
            <source>List the runs of another folder, as the command line writes them, and keep new ones there</source>
            <translation>列出另一文件夹中的训练（例如命令行写出的），新的训练也保存在那里</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>暂停(&amp;P)</translation>
        </message>
        <message>
            <source>Pause the training (%1)</source>
            <translation>暂停训练（%1）</translation>
        </message>
        <message>
            <source>Single s&amp;tep</source>
            <translation>单步(&amp;T)</translation>
        </message>
        <message>
            <source>Train one step, then pause</source>
            <translation>训练一步，然后暂停</translation>
        </message>
        <message>
            <source>St&amp;op</source>
            <translation>停止(&amp;O)</translation>
        </message>
        <message>
            <source>End the training with a checkpoint</source>
            <translation>写检查点并结束训练</translation>
        </message>
        <message>
            <source>Back to &amp;live</source>
            <translation>回到实时(&amp;L)</translation>
        </message>
        <message>
            <source>Show the training and its newest step</source>
            <translation>显示训练及其最新一步</translation>
        </message>
        <message>
            <source>&amp;Open settings…</source>
            <translation>打开设置(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Save settings…</source>
            <translation>保存设置(&amp;S)…</translation>
        </message>
        <message>
            <source>Open &amp;run folder…</source>
            <translation>打开训练文件夹(&amp;R)…</translation>
        </message>
        <message>
            <source>Show the folder of &amp;runs</source>
            <translation>显示训练记录所在文件夹(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Find a parameter</source>
            <translation>查找参数(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Reset the layout</source>
            <translation>恢复默认布局(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Keyboard</source>
            <translation>键盘操作(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Parameter reference</source>
            <translation>参数手册(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;About Sparring</source>
            <translation>关于 Sparring(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;System</source>
            <translation>跟随系统(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>浅色(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <source>Start the training (%1)</source>
            <translation>开始训练（%1）</translation>
        </message>
        <message>
            <source>&amp;New run</source>
            <translation>新训练(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>继续(&amp;C)</translation>
        </message>
        <message>
            <source>This run has been through all its steps. &quot;New run&quot; begins another and leaves it in the list.</source>
            <translation>这次训练已走完所有步。“新训练”会开始另一次，这一次留在列表中。</translation>
        </message>
        <message>
            <source>Go on where the training was left (%1)</source>
            <translation>从上次停下的地方继续训练（%1）</translation>
        </message>
        <message>
            <source>Begin another run with the settings as they are; this one stays in the list</source>
            <translation>用现在的设置开始另一次训练；这一次留在列表中</translation>
        </message>
        <message>
            <source>&amp;Former run</source>
            <translation>上一次训练(&amp;F)</translation>
        </message>
        <message>
            <source>Look at the run before this one</source>
            <translation>查看这之前的一次训练</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>Take back the last change of the settings</source>
            <translation>撤销对设置的最后一次更改</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>Make the change of the settings again that was taken back</source>
            <translation>重新做出被撤销的设置更改</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>放大文字(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>缩小文字(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Usual text size</source>
            <translation>恢复文字大小(&amp;U)</translation>
        </message>
        <message>
            <source>Next &amp;panel</source>
            <translation>下一个面板(&amp;P)</translation>
        </message>
        <message>
            <source>Start here</source>
            <translation>从这里开始</translation>
        </message>
        <message>
            <source>Opponents</source>
            <translation>对手</translation>
        </message>
        <message>
            <source>As published</source>
            <translation>按论文设置</translation>
        </message>
        <message>
            <source>How it fails</source>
            <translation>失败的例子</translation>
        </message>
        <message>
            <source>&amp;Continue from here as another run</source>
            <translation>从此处另开一次训练(&amp;C)</translation>
        </message>
        <message>
            <source>The next run begins with the networks of this run&apos;s last checkpoint up to the step looked at</source>
            <translation>下次训练将以此训练在所看步数之前最后一个检查点的网络开始</translation>
        </message>
        <message>
            <source>about %1 min</source>
            <translation>约 %1 分钟</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Write figures, tables, the report, a comparison, or a run over its steps as an animation</source>
            <translation>写出图、表、报告、比较，或把运行逐步写成动画</translation>
        </message>
        <message>
            <source>Pr&amp;esentation</source>
            <translation>演示模式(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Tour of the window</source>
            <translation>窗口导览(&amp;T)</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::CheckRow</name>
        <message>
            <source>What this check means</source>
            <translation>此项检查的含义</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ComparisonBar</name>
        <message>
            <source>Choose…</source>
            <translation>请选择…</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>暂无</translation>
        </message>
        <message>
            <source>Judge</source>
            <translation>评判</translation>
        </message>
        <message>
            <source>against</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>The classifier that is judged</source>
            <translation>被评判的分类器</translation>
        </message>
        <message>
            <source>The baseline it is compared with</source>
            <translation>用来对比的基线</translation>
        </message>
        <message>
            <source>A lane of this run, or what was pinned. A run of the table is pinned by "Compare with this run".</source>
            <translation>本次运行的一个通道，或已固定的结果。在运行表中选择“与此运行比较”即可固定那次运行。</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>固定</translation>
        </message>
        <message>
            <source>Keep the figures of now as the baseline for whatever is trained or opened next</source>
            <translation>把现在的数字保留为基线，供之后训练或打开的运行对比</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::CompareView</name>
        <message>
            <source>Picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <source>All of it as a folder…</source>
            <translation>全部导出为文件夹…</translation>
        </message>
        <message>
            <source>The runs are being measured on the same test images…</source>
            <translation>正在用同样的测试图像测量各运行……</translation>
        </message>
        <message>
            <source>Select two to twelve runs in the list below and choose &quot;Compare&quot;, or compare the classifiers of one run with each other.</source>
            <translation>在下方列表中选择 2 到 12 个运行并点“比较”，或比较同一运行的各个分类器。</translation>
        </message>
        <message>
            <source>McNemar&apos;s test: p %1</source>
            <translation>McNemar 检验：p %1</translation>
        </message>
        <message>
            <source>Table and verdicts</source>
            <translation>表格与结论</translation>
        </message>
        <message>
            <source>Adversarial pairs</source>
            <translation>对抗样本对</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>&amp;Measure:</source>
            <translation>测量(&amp;M)：</translation>
        </message>
        <message>
            <source>clean; pgd:eps=0.1,steps=20; L</source>
            <translation>clean; pgd:eps=0.1,steps=20; L</translation>
        </message>
        <message>
            <source>What the runs are compared by: clean, attacks and losses by name, apart by semicolons</source>
            <translation>用什么比较：clean、攻击、损失的名称，以分号分隔</translation>
        </message>
        <message>
            <source>Classifiers of &amp;this run</source>
            <translation>本运行的分类器(&amp;T)</translation>
        </message>
        <message>
            <source>Compares the lanes of the run that is shown, each with its λ</source>
            <translation>比较所示运行的各通道及其 λ</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Horizontal axis</source>
            <translation>横轴</translation>
        </message>
        <message>
            <source>by step</source>
            <translation>按步</translation>
        </message>
        <message>
            <source>by epoch</source>
            <translation>按轮</translation>
        </message>
        <message>
            <source>Make it the &amp;baseline</source>
            <translation>设为基线(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Leave it out</source>
            <translation>移出对比(&amp;L)</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Write the picture, the table or the whole comparison</source>
            <translation>写出图片、表格或整个对比</translation>
        </message>
        <message>
            <source>What the figures tell</source>
            <translation>数字说明什么</translation>
        </message>
        <message>
            <source>Every run is measured on the same test images. ▲ and ▼ are differences from the baseline beyond chance, ≈ is one within it; behind each figure stands its 95 % interval.</source>
            <translation>所有运行都用同样的测试图像测量。▲ 和 ▼ 表示与基线的差异超出偶然，≈ 表示在偶然范围内；每个数字后是其 95 % 区间。</translation>
        </message>
        <message>
            <source>The difference of two runs is paired, image by image (Newcombe&apos;s interval, McNemar&apos;s test), and so is sharper than two intervals beside each other. Of several seeds the mean counts, with Student&apos;s interval.</source>
            <translation>两个运行的差异按图像逐一配对（Newcombe 区间、McNemar 检验），因此比并列两个区间更敏锐。多个种子以均值计，配 Student 区间。</translation>
        </message>
        <message>
            <source>A double click makes a run the baseline.</source>
            <translation>双击可把一个运行设为基线。</translation>
        </message>
        <message>
            <source>All of it as one page…</source>
            <translation>全部写成一个网页…</translation>
        </message>
        <message>
            <source>Accuracy against strength</source>
            <translation>准确率随强度变化</translation>
        </message>
        <message>
            <source>by seconds of training</source>
            <translation>按训练秒数</translation>
        </message>
        <message>
            <source>A band around a curve is its 95 % interval: of the mean of seeds by Student&apos;s t, of an accuracy against strength by the number of test images.</source>
            <translation>曲线周围的色带是其 95 % 区间：多个种子的均值按 Student t 计算，准确率随强度的曲线按测试图像数计算。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::CompareTable</name>
        <message>
            <source>%1 (baseline)</source>
            <translation>%1（基线）</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::CurvesView</name>
        <message>
            <source>Smoothing %1</source>
            <translation>平滑 %1</translation>
        </message>
        <message>
            <source>Log scale</source>
            <translation>对数坐标</translation>
        </message>
        <message>
            <source>Logarithmic loss axis (L)</source>
            <translation>损失轴取对数（L）</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>跟随</translation>
        </message>
        <message>
            <source>Keep the newest step in sight (F)</source>
            <translation>始终显示最新一步（F）</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Show everything (Home, or a double click in a plot)</source>
            <translation>显示全部（Home，或双击曲线图）</translation>
        </message>
        <message>
            <source>Write a plot as PNG, SVG or PDF, or the points as CSV</source>
            <translation>把曲线图写为 PNG、SVG 或 PDF，或把数据点写为 CSV</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>平滑</translation>
        </message>
        <message>
            <source>Exponential smoothing of all curves; the unsmoothed ones stay faintly visible</source>
            <translation>对所有曲线做指数平滑；未平滑的曲线仍淡淡可见</translation>
        </message>
        <message>
            <source>Losses…</source>
            <translation>损失…</translation>
        </message>
        <message>
            <source>Accuracy…</source>
            <translation>准确率…</translation>
        </message>
        <message>
            <source>Points as CSV…</source>
            <translation>将数据点存为 CSV…</translation>
        </message>
        <message>
            <source>Accuracy on clean, noisy and attacked test images appears with the first evaluation.</source>
            <translation>首次评估后，这里显示干净、加噪和受攻击测试图像上的准确率。</translation>
        </message>
        <message>
            <source>Press New run: the losses appear here.</source>
            <translation>按“新训练”：损失会显示在这里。</translation>
        </message>
        <message>
            <source>The teacher learns first. The losses appear after it.</source>
            <translation>教师先学习，之后才会出现损失曲线。</translation>
        </message>
        <message>
            <source>Step %1: %2</source>
            <translation>第 %1 步：%2</translation>
        </message>
        <message>
            <source>Copy the losses</source>
            <translation>复制损失曲线</translation>
        </message>
        <message>
            <source>Copy the accuracy</source>
            <translation>复制准确率曲线</translation>
        </message>
        <message>
            <source>Copy the points</source>
            <translation>复制数据点</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Gradients</source>
            <translation>梯度</translation>
        </message>
        <message>
            <source>How the gradients of L and λ·L_adv stand to each other, at each evaluation of the joint phase</source>
            <translation>联合阶段每次评估时，L 与 λ·L_adv 的梯度之间的关系</translation>
        </message>
        <message>
            <source>Gradients, ratio…</source>
            <translation>梯度之比…</translation>
        </message>
        <message>
            <source>Gradients, cosine…</source>
            <translation>梯度夹角余弦…</translation>
        </message>
        <message>
            <source>Measured with each evaluation of the joint phase, where λ &gt; 0.</source>
            <translation>在联合阶段的每次评估时测量（λ &gt; 0 的分类器）。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::EnlargedTile</name>
        <message>
            <source>Enlarged picture</source>
            <translation>放大的图片</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MeasureBar</name>
        <message>
            <source>never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>every evaluation</source>
            <translation>每次评估</translation>
        </message>
        <message>
            <source>every %1 s</source>
            <translation>每 %1 秒</translation>
        </message>
        <message>
            <source>Measuring the baseline</source>
            <translation>正在测量基线</translation>
        </message>
        <message>
            <source>Measuring another run</source>
            <translation>正在测量另一次运行</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>测量</translation>
        </message>
        <message>
            <source>How often the robustness of a running training is measured, with a few quick attacks on a part of the test images. It runs beside the training and changes nothing in it.</source>
            <translation>训练进行时多久测量一次鲁棒性：对一部分测试图像做几种快速攻击。测量与训练并行，不会改变训练。</translation>
        </message>
        <message>
            <source>Measure all</source>
            <translation>全面测量</translation>
        </message>
        <message>
            <source>Every attack and corruption, with several starts, on all test images: some minutes</source>
            <translation>在全部测试图像上使用所有攻击与图像损坏，并取多个起点：需要几分钟</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Progress of the measurement</source>
            <translation>测量进度</translation>
        </message>
        <message>
            <source>Measuring: %1</source>
            <translation>测量中：%1</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::FileCommands</name>
        <message>
            <source>Folder of runs</source>
            <translation>训练文件夹</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>打开设置</translation>
        </message>
        <message>
            <source>Settings (*.json);;All files (*)</source>
            <translation>设置 (*.json);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Save settings</source>
            <translation>保存设置</translation>
        </message>
        <message>
            <source>Settings (*.json)</source>
            <translation>设置 (*.json)</translation>
        </message>
        <message>
            <source>Open a run's folder</source>
            <translation>打开训练文件夹</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::FrontierPlot</name>
        <message>
            <source>λ = %1 · step %2</source>
            <translation>λ = %1 · 第 %2 步</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Arrow keys walk along the trails, plus and minus zoom, Home shows everything.</source>
            <translation>方向键沿轨迹移动，加减号缩放，Home 显示全部。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::FrontierView</name>
        <message>
            <source>Robust against</source>
            <translation>鲁棒性针对</translation>
        </message>
        <message>
            <source>Upwards: %1</source>
            <translation>纵轴：%1</translation>
        </message>
        <message>
            <source>Close-up</source>
            <translation>特写</translation>
        </message>
        <message>
            <source>Show where the most robust lanes are; the others are marked at the edge</source>
            <translation>显示鲁棒性最高的通道所在之处；其余通道在边缘标出</translation>
        </message>
        <message>
            <source>All lanes</source>
            <translation>全部通道</translation>
        </message>
        <message>
            <source>Show where all lanes are now and were lately</source>
            <translation>显示所有通道当前及近期所在之处</translation>
        </message>
        <message>
            <source>0–100 %</source>
            <translation>0–100 %</translation>
        </message>
        <message>
            <source>Show both axes from 0 to 100 %</source>
            <translation>两轴均显示 0 到 100 %</translation>
        </message>
        <message>
            <source>Every λ trains a classifier of its own. Its trail goes through all evaluations, from faint to strong; the large dot is the present one, the cross through it its 95 % interval, and a dashed line joins the dots in the order of λ.</source>
            <translation>每个 λ 各训练一个分类器。轨迹依次经过每次评估，由淡到浓；大圆点是当前评估，穿过它的十字是其 95 % 区间，虚线按 λ 的顺序连接各圆点。</translation>
        </message>
        <message>
            <source>Up and right is better. A dot that lies higher and not further left gained its robustness for free; one that lies higher and further left paid for it in clean accuracy.</source>
            <translation>越靠右上越好。位置更高而不更靠左的圆点，鲁棒性的提高没有代价；更高却更靠左的，则以干净准确率为代价。</translation>
        </message>
        <message>
            <source>What the frontier tells</source>
            <translation>权衡前沿说明了什么</translation>
        </message>
        <message>
            <source>Write or copy the frontier and its figures</source>
            <translation>保存或复制权衡前沿及其数值</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>复制表格</translation>
        </message>
        <message>
            <source>Picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <source>Trails as CSV…</source>
            <translation>将轨迹存为 CSV…</translation>
        </message>
        <message>
            <source>Frontier</source>
            <translation>权衡前沿</translation>
        </message>
        <message>
            <source>From the first evaluation on, every λ draws its trail here: clean accuracy to the right, robust accuracy upwards.</source>
            <translation>从首次评估起，每个 λ 都会在这里画出自己的轨迹：横轴为干净准确率，纵轴为鲁棒准确率。</translation>
        </message>
        <message>
            <source>Accuracies of every λ</source>
            <translation>各个 λ 的准确率</translation>
        </message>
        <message>
            <source>Frontier of %1 λ</source>
            <translation>%1 个 λ 的权衡前沿</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Classifiers as CSV…</source>
            <translation>分类器表（CSV）…</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LaneModel</name>
        <message>
            <source>%1, the best</source>
            <translation>%1，最佳</translation>
        </message>
        <message>
            <source>The weight of L_adv in a classifier&apos;s loss</source>
            <translation>L_adv 在分类器损失中的权重</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MainWindow</name>
        <message>
            <source>Looking at a run</source>
            <translation>正在查看</translation>
        </message>
        <message>
            <source>Back to the training</source>
            <translation>回到训练</translation>
        </message>
        <message>
            <source>Press New run (Space).</source>
            <translation>请按“新训练”（空格键）。</translation>
        </message>
        <message>
            <source>Sparring</source>
            <translation>Sparring</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>参数</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>数字图</translation>
        </message>
        <message>
            <source>Adversarial pairs</source>
            <translation>对抗样本对</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>训练记录</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Fetching: %1</source>
            <translation>正在获取：%1</translation>
        </message>
        <message>
            <source>Choose a folder of IDX files</source>
            <translation>选择含 IDX 文件的文件夹</translation>
        </message>
        <message>
            <source>λ acts in the joint phase, from step %1.</source>
            <translation>λ 在联合训练阶段起作用，从第 %1 步开始。</translation>
        </message>
        <message>
            <source>λ acts in the joint phase.</source>
            <translation>λ 在联合训练阶段起作用。</translation>
        </message>
        <message>
            <source>Next run: %1</source>
            <translation>下一次运行:%1</translation>
        </message>
        <message>
            <source>Where the data of %1 are now</source>
            <translation>%1 的数据现在在哪里</translation>
        </message>
        <message>
            <source>Next run: goes on from %1, step %2, with the settings as they are now. Ctrl+Z takes it back.</source>
            <translation>下次训练：以当前设置从 %1 的第 %2 步继续。按 Ctrl+Z 撤回。</translation>
        </message>
        <message>
            <source>Messages (%1 !)</source>
            <translation>消息（%1 !）</translation>
        </message>
        <message>
            <source>Most robust</source>
            <translation>最鲁棒</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>This starts a training, and pauses it: the space bar does the same.</source>
            <translation>这里开始训练，也可以暂停；空格键同样有效。</translation>
        </message>
        <message>
            <source>Everything that can be set. λ says how much the opponent&apos;s samples weigh. Most fields can be changed while the training runs.</source>
            <translation>所有可以设置的内容。λ 表示对手样本的权重。多数字段在训练进行时也能改。</translation>
        </message>
        <message>
            <source>Curves: losses and accuracies as they come. Beside it are the other pages.</source>
            <translation>曲线：损失与准确率随训练更新。旁边是其他页面。</translation>
        </message>
        <message>
            <source>The digits that the generator draws, or the real ones where there is none.</source>
            <translation>生成器画出的数字；没有生成器时为真实数字。</translation>
        </message>
        <message>
            <source>The verdict: what robustness was gained, and whether it is to be believed.</source>
            <translation>结论：得到了多少鲁棒性，以及是否可信。</translation>
        </message>
        <message>
            <source>Lessons begin here. The first takes six minutes.</source>
            <translation>课程从这里开始，第一课约六分钟。</translation>
        </message>
        <message>
            <source>Coach (%1 !)</source>
            <translation>教练（%1 !）</translation>
        </message>
        <message>
            <source>Coach</source>
            <translation>教练</translation>
        </message>
        <message>
            <source>Changed from this preset, so its outcome is not promised here.</source>
            <translation>设置已与预设不同，预设所说的结果在此不作保证。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MessageBar</name>
        <message>
            <source>Dismiss</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Dismiss this message</source>
            <translation>关闭此消息</translation>
        </message>
        <message>
            <source>+%1</source>
            <translation>+%1</translation>
        </message>
        <message>
            <source>More messages behind this one</source>
            <translation>后面还有其他消息</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MessagesModel</name>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MessagesPanel</name>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>C&amp;lear</source>
            <translation>清空(&amp;L)</translation>
        </message>
        <message>
            <source>no run</source>
            <translation>无运行</translation>
        </message>
        <message>
            <source>Every run</source>
            <translation>全部运行</translation>
        </message>
        <message>
            <source>Whose messages</source>
            <translation>谁的消息</translation>
        </message>
        <message>
            <source>Warnings and errors only</source>
            <translation>只看警告和错误</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::NumberEditor</name>
        <message>
            <source>%1, slider</source>
            <translation>%1，滑块</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PairsArea</name>
        <message>
            <source>difference ×%1</source>
            <translation>差异 ×%1</translation>
        </message>
        <message>
            <source>A %1. Untouched it reads as %2 (%3), attacked as %4 (%5).</source>
            <translation>类别 %1。原图读作 %2（%3），攻击后读作 %4（%5）。</translation>
        </message>
        <message>
            <source>Difference magnified ×%1.</source>
            <translation>差异放大 %1 倍。</translation>
        </message>
        <message>
            <source>A past run keeps no pairs: they are shown while it is trained.</source>
            <translation>过去的训练不保存对抗样本对：它们只在训练进行时显示。</translation>
        </message>
        <message>
            <source>Test images, what an attack makes of them, and the difference appear here with the first evaluation.</source>
            <translation>首次评估后，这里显示测试图像、攻击后的样子以及两者的差异。</translation>
        </message>
        <message>
            <source>In the difference red is more ink, blue less.</source>
            <translation>差异图中红色表示墨迹变多，蓝色表示变少。</translation>
        </message>
        <message>
            <source>In the difference red is brighter, blue darker.</source>
            <translation>差异图中红色表示变亮，蓝色表示变暗。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PairsView</name>
        <message>
            <source>Adversarial pairs</source>
            <translation>对抗样本对</translation>
        </message>
        <message>
            <source>%1 · step %2</source>
            <translation>%1 · 第 %2 步</translation>
        </message>
        <message>
            <source>%1 of %2 fooled</source>
            <translation>%2 个中骗过 %1 个</translation>
        </message>
        <message>
            <source>Write the pairs as PNG</source>
            <translation>把样本对写为 PNG</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ParameterField</name>
        <message>
            <source>Waits for the next run.</source>
            <translation>等待下次开始。</translation>
        </message>
        <message>
            <source>A change takes effect with the next run.</source>
            <translation>更改在下次开始时生效。</translation>
        </message>
        <message>
            <source>Range: %1</source>
            <translation>范围：%1</translation>
        </message>
        <message>
            <source>Takes effect at the next step.</source>
            <translation>下一步起生效。</translation>
        </message>
        <message>
            <source>Takes effect with the next run.</source>
            <translation>下次开始时生效。</translation>
        </message>
        <message>
            <source>Back to the preset's value</source>
            <translation>恢复预设值</translation>
        </message>
        <message>
            <source>%1: back to the preset's value</source>
            <translation>%1：恢复预设值</translation>
        </message>
        <message>
            <source>Yours: %1</source>
            <translation>您的值:%1</translation>
        </message>
        <message>
            <source>Vary in a &amp;sweep</source>
            <translation>在扫描中变化(&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ParameterPanel</name>
        <message>
            <source>Waiting for the next run: %1</source>
            <translation>等待下一次训练：%1</translation>
        </message>
        <message>
            <source>Find a parameter</source>
            <translation>查找参数</translation>
        </message>
        <message>
            <source>No parameter is called that.</source>
            <translation>没有这样的参数。</translation>
        </message>
        <message>
            <source>New run with them</source>
            <translation>用它们开始新的训练</translation>
        </message>
        <message>
            <source>Ends this run and starts another with the settings as they are here.</source>
            <translation>结束本次训练，按这里的设置另开一次。</translation>
        </message>
        <message>
            <source>The settings of the run that is looked at: as yours.</source>
            <translation>正在查看的运行的设置:与您的相同。</translation>
        </message>
        <message>
            <source>The settings of the run that is looked at. Other than yours (≠): %1</source>
            <translation>正在查看的运行的设置。与您的不同(≠):%1</translation>
        </message>
        <message>
            <source>Use these settings</source>
            <translation>采用这些设置</translation>
        </message>
        <message>
            <source>Makes them yours; Undo brings the former ones back. The machine&apos;s device and threads stay.</source>
            <translation>把它们作为您的设置;“撤销”可恢复原来的设置。本机的设备和线程数不变。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PhaseBar</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>%1 of %2 steps</source>
            <translation>共 %2 步，已完成 %1 步</translation>
        </message>
        <message>
            <source>%1: steps %2 to %3</source>
            <translation>%1：第 %2 到 %3 步</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PlotCanvas</name>
        <message>
            <source>step</source>
            <translation>步数</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PlotLegend</name>
        <message>
            <source>Click to show or hide</source>
            <translation>点击显示或隐藏</translation>
        </message>
        <message>
            <source>Show %1</source>
            <translation>显示 %1</translation>
        </message>
        <message>
            <source>The classifier trained with %1</source>
            <translation>以 %1 训练的分类器</translation>
        </message>
        <message>
            <source>Parent: %1</source>
            <translation>父运行：%1</translation>
        </message>
        <message>
            <source>What the run that this one is a fork of went on to do</source>
            <translation>此运行所分叉自的运行后来的走向</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PlotView</name>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>–, resting</source>
            <translation>–，休息中</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Arrow keys pan, plus and minus zoom, Home shows everything, F follows the newest step.</source>
            <translation>方向键平移，加减号缩放，Home 显示全部，F 跟随最新一步。</translation>
        </message>
        <message>
            <source>Hide %1</source>
            <translation>隐藏 %1</translation>
        </message>
        <message>
            <source>Show all curves</source>
            <translation>显示全部曲线</translation>
        </message>
        <message>
            <source>evaluated at step %1</source>
            <translation>评估于第 %1 步</translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation>测试准确率</translation>
        </message>
        <message>
            <source>%1, parent</source>
            <translation>%1，父运行</translation>
        </message>
        <message>
            <source>Gradients: ratio</source>
            <translation>梯度之比</translation>
        </message>
        <message>
            <source>Gradients: cosine</source>
            <translation>梯度夹角余弦</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::RobustView</name>
        <message>
            <source>%1 was not measured here. "Measure all" does it.</source>
            <translation>这里没有测量%1。点击“全面测量”即可。</translation>
        </message>
        <message>
            <source>Corruptions know nothing of the classifier: noise, loss of contrast, too much light, each at five levels. The pale bar is the baseline, the whiskers are 95 % intervals.</source>
            <translation>图像损坏与分类器无关：噪声、对比度降低、过亮，各有五个等级。浅色条是基线，须线是 95 % 置信区间。</translation>
        </message>
        <message>
            <source>Training on attacks often helps here too, and where two whiskers overlap widely it did not.</source>
            <translation>针对攻击的训练往往在这里也有帮助；若两条须线大幅重叠，则说明没有帮助。</translation>
        </message>
        <message>
            <source>ε is how far an attack may change each pixel; 1 is from paper to ink. At 0 stands the clean accuracy, the dotted line is what guessing reaches, the whiskers are 95 % intervals.</source>
            <translation>ε 是攻击对每个像素可作的最大改变；1 为从白纸到满墨。0 处是干净准确率，点线是随机猜测能达到的水平，须线是 95 % 置信区间。</translation>
        </message>
        <message>
            <source>FGSM takes one step uphill on the loss, PGD and CW take many and find what one step misses: believe the lowest curve. Square sees only the outputs, Transfer was built against another classifier; neither should do better than PGD.</source>
            <translation>FGSM 沿损失上升一步，PGD 与 CW 走许多步，能找到一步找不到的弱点：请相信最低的那条曲线。Square 只看输出，迁移攻击是针对另一个分类器构造的；两者都不应比 PGD 更有效。</translation>
        </message>
        <message>
            <source>An honest curve falls to zero as ε grows, for at 0.5 every image can be made plain grey. One that does not fall tells that the attack was blinded, not withstood.</source>
            <translation>ε 增大时，真实的曲线会降到零，因为到 0.5 时任何图像都可以变成一片灰色。若曲线不下降，说明攻击被蒙蔽了，而不是被抵御住了。</translation>
        </message>
        <message>
            <source>Corruptions</source>
            <translation>图像损坏</translation>
        </message>
        <message>
            <source>Accuracy under noise, contrast and brightness, level by level</source>
            <translation>在各等级的噪声、对比度和亮度变化下的准确率</translation>
        </message>
        <message>
            <source>Accuracy against the strength of %1</source>
            <translation>准确率随%1强度的变化</translation>
        </message>
        <message>
            <source>What the figures tell</source>
            <translation>这些数字说明什么</translation>
        </message>
        <message>
            <source>Write or copy the picture and its figures</source>
            <translation>写入或复制图片及其数据</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <source>Robustness</source>
            <translation>鲁棒性</translation>
        </message>
        <message>
            <source>step %1 · being measured again</source>
            <translation>第 %1 步 · 正在重新测量</translation>
        </message>
        <message>
            <source>Once the classifier has been measured, this shows how often it is still right under attacks of growing strength.</source>
            <translation>分类器测量之后，这里显示它在强度递增的攻击下仍判断正确的比例。</translation>
        </message>
        <message>
            <source>%1: not measured yet.</source>
            <translation>%1：尚未测量。</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::RunsTree</name>
        <message>
            <source>Another program is training it.</source>
            <translation>另一个程序正在训练它。</translation>
        </message>
        <message>
            <source>This run is shown.</source>
            <translation>正在显示此运行。</translation>
        </message>
        <message>
            <source>It is the training of this window.</source>
            <translation>这是本窗口的训练。</translation>
        </message>
        <message>
            <source>mean %1</source>
            <translation>平均 %1</translation>
        </message>
        <message>
            <source>best %1</source>
            <translation>最佳 %1</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ColumnsButton</name>
        <message>
            <source>What tells the runs apart</source>
            <translation>有差异的各项</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>参数</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Which parameters and figures the list shows</source>
            <translation>列表显示哪些参数和数字</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::RunsPanel</name>
        <message>
            <source>No runs in %1 yet. Every training you start is kept here, to be looked at, resumed and compared.</source>
            <translation>%1 中还没有训练。您开始的每次训练都保存在这里，可供查看、继续和比较。</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>训练记录</translation>
        </message>
        <message>
            <source>&amp;Look at it</source>
            <translation>查看(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>继续训练(&amp;C)</translation>
        </message>
        <message>
            <source>Open &amp;folder</source>
            <translation>打开文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Export report…</source>
            <translation>导出报告(&amp;E)…</translation>
        </message>
        <message>
            <source>Move to &amp;trash</source>
            <translation>移到回收站(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Compare with this run</source>
            <translation>与此运行比较(&amp;C)</translation>
        </message>
        <message>
            <source>Its &amp;data have moved…</source>
            <translation>其数据已移动(&amp;D)…</translation>
        </message>
        <message>
            <source>Continue as a&amp;nother run…</source>
            <translation>从此处另开训练(&amp;N)…</translation>
        </message>
        <message>
            <source>Runs: %1</source>
            <translation>运行：%1</translation>
        </message>
        <message>
            <source>Runs: %1 of %2</source>
            <translation>运行：%1 / %2</translation>
        </message>
        <message>
            <source>Com&amp;pare</source>
            <translation>对比(&amp;P)</translation>
        </message>
        <message>
            <source>Na&amp;me, note and tags…</source>
            <translation>名称、备注与标签(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Star</source>
            <translation>星标(&amp;S)</translation>
        </message>
        <message>
            <source>No groups</source>
            <translation>不分组</translation>
        </message>
        <message>
            <source>By sweep</source>
            <translation>按扫描</translation>
        </message>
        <message>
            <source>By seeds</source>
            <translation>按种子</translation>
        </message>
        <message>
            <source>By forks</source>
            <translation>按分支</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Show &amp;beside</source>
            <translation>并排显示(&amp;B)</translation>
        </message>
        <message>
            <source>The same page once more, of this run, beside the run that is shown</source>
            <translation>在所显示的运行旁边，再显示一次同一页面，内容为此运行</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SampleArea</name>
        <message>
            <source>Generated digits appear here.</source>
            <translation>生成的数字会显示在这里。</translation>
        </message>
        <message>
            <source>A real %1</source>
            <translation>真实的 %1</translation>
        </message>
        <message>
            <source>The classifier reads %1 with %2 confidence</source>
            <translation>分类器读作 %1，置信度 %2</translation>
        </message>
        <message>
            <source>Asked for %1. %2</source>
            <translation>要求 %1。%2</translation>
        </message>
        <message>
            <source>A generated digit</source>
            <translation>生成的数字</translation>
        </message>
        <message>
            <source>A changed %1. %2</source>
            <translation>被修改的 %1。%2</translation>
        </message>
        <message>
            <source>Generated images appear here.</source>
            <translation>生成的图像显示在这里。</translation>
        </message>
        <message>
            <source>A generated image</source>
            <translation>一个生成的图像</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SampleView</name>
        <message>
            <source>Real digits from %1; generated ones appear here</source>
            <translation>来自 %1 的真实数字；生成的数字会显示在这里</translation>
        </message>
        <message>
            <source>Real digits from %1; this opponent generates none</source>
            <translation>来自 %1 的真实数字；该对手不生成图像</translation>
        </message>
        <message>
            <source>Generated digits</source>
            <translation>生成的数字</translation>
        </message>
        <message>
            <source>Generated digits · step %1</source>
            <translation>生成的数字 · 第 %1 步</translation>
        </message>
        <message>
            <source>Write the digits as PNG</source>
            <translation>把数字写为 PNG</translation>
        </message>
        <message>
            <source>Changed digits · step %1</source>
            <translation>被修改的数字 · 第 %1 步</translation>
        </message>
        <message>
            <source>Real images from %1; generated ones appear here</source>
            <translation>来自 %1 的真实图像；生成的图像将显示在这里</translation>
        </message>
        <message>
            <source>Real images from %1; this opponent generates none</source>
            <translation>来自 %1 的真实图像；该对手不生成图像</translation>
        </message>
        <message>
            <source>Generated images</source>
            <translation>生成的图像</translation>
        </message>
        <message>
            <source>Changed images · step %1</source>
            <translation>改动的图像 · 第 %1 步</translation>
        </message>
        <message>
            <source>Generated images · step %1</source>
            <translation>生成的图像 · 第 %1 步</translation>
        </message>
        <message>
            <source>%1 · %2 read as asked by the classifier</source>
            <translation>%1 · 分类器将 %2 读作所要求的类别</translation>
        </message>
        <message>
            <source>%1 · %2 still read rightly by the classifier</source>
            <translation>%1 · 分类器仍读对 %2</translation>
        </message>
        <message>
            <source>%1 · mean confidence of the classifier %2</source>
            <translation>%1 · 分类器的平均置信度 %2</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::Scrubber</name>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>Moves every page to a past step. Left and Right: from evaluation to evaluation; Page Up and Page Down: by phase; Home and End: first and newest</source>
            <translation>将所有页面移到过去的某一步。左右键：逐次评估；Page Up 和 Page Down：逐阶段；Home 和 End：最早与最新</translation>
        </message>
        <message>
            <source>Step shown</source>
            <translation>所显示的步</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>Type a step to go there</source>
            <translation>输入步数即可跳到该步</translation>
        </message>
        <message>
            <source>Back to the training and its newest step</source>
            <translation>回到训练及其最新一步</translation>
        </message>
        <message>
            <source>Stop playing</source>
            <translation>停止播放</translation>
        </message>
        <message>
            <source>Play the run from the step shown to its end</source>
            <translation>从所示的步播放到训练结束</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>标记</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::Shown</name>
        <message>
            <source>Pinned</source>
            <translation>已固定</translation>
        </message>
        <message>
            <source>%1, step %2: </source>
            <translation>%1，第 %2 步：</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::StatusLine</name>
        <message>
            <source>loading the data</source>
            <translation>正在载入数据</translation>
        </message>
        <message>
            <source>%1 steps/s · %2 samples/s</source>
            <translation>%1 步/秒 · %2 样本/秒</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>剩余 %1</translation>
        </message>
        <message>
            <source>CPU, threads: %1</source>
            <translation>CPU，%1 线程</translation>
        </message>
        <message>
            <source>What the training runs on</source>
            <translation>训练所用的设备</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>没有数据</translation>
        </message>
        <message>
            <source>Looking at %1, step %2. Behind it:</source>
            <translation>正在查看 %1,第 %2 步。其后台:</translation>
        </message>
        <message>
            <source>Looking at %1, step %2</source>
            <translation>正在查看 %1,第 %2 步</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::TextEditor</name>
        <message>
            <source>Choose a folder of IDX files</source>
            <translation>选择含 IDX 文件的文件夹</translation>
        </message>
        <message>
            <source>Choose a data set, or a folder of one</source>
            <translation>选择数据集或其文件夹</translation>
        </message>
        <message>
            <source>%1 (not here yet)</source>
            <translation>%1（尚未下载）</translation>
        </message>
        <message>
            <source>A folder…</source>
            <translation>文件夹…</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::TileArea</name>
        <message>
            <source>Copy the picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Open in Gallery</source>
            <translation>在图库中打开</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ToolBar</name>
        <message>
            <source>step %1 · epoch %2</source>
            <translation>第 %1 步 · %2 轮</translation>
        </message>
        <message>
            <source>%1 samples/s</source>
            <translation>%1 样本/秒</translation>
        </message>
        <message>
            <source>Toolbar</source>
            <translation>工具栏</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>What the next run trains on</source>
            <translation>下次开始时使用的设备</translation>
        </message>
        <message>
            <source>Presets: ready-made settings</source>
            <translation>预设：现成的设置</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Next run: %1</source>
            <translation>下一次运行:%1</translation>
        </message>
        <message>
            <source>step %1 of %2</source>
            <translation>第 %1 步(共 %2 步)</translation>
        </message>
        <message>
            <source>Showing</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Whose pictures, errors and verdicts are shown, on every page</source>
            <translation>每一页显示的是哪个分类器的图像、错误和结论</translation>
        </message>
        <message>
            <source>The classifier that is shown</source>
            <translation>所显示的分类器</translation>
        </message>
        <message>
            <source>Choose light or dark colours</source>
            <translation>选择浅色或深色</translation>
        </message>
        <message>
            <source>Choose the language of the window</source>
            <translation>选择窗口的语言</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::VerdictView</name>
        <message>
            <source>Measured, but there is nothing to compare with. Train with λ = 0 beside yours (λ = 0, 1), press "Pin" and train again with other settings, or choose "Compare with this run" in the table of runs.</source>
            <translation>已经测量，但没有可以对比的对象。可以同时训练 λ = 0（把 λ 设为 0, 1），或点击“固定”后用其他设置再训练一次，或在运行表中选择“与此运行比较”。</translation>
        </message>
        <message>
            <source>Are these figures to be believed?</source>
            <translation>这些数字可信吗？</translation>
        </message>
        <message>
            <source>%1 against %2</source>
            <translation>%1 对比 %2</translation>
        </message>
        <message>
            <source>Each row compares one classifier with the baseline on the same test images: the bar is the difference in points, the whisker its 95 % interval. An interval that crosses the line in the middle is no gain, and is called that.</source>
            <translation>每一行在相同的测试图像上比较一个分类器与基线：条形是相差的百分点，须线是其 95 % 置信区间。区间跨过中线就是没有提高，并如实写明。</translation>
        </message>
        <message>
            <source>Every attack is told at the strongest level at which the better of the two still reads half of the images: below that both are mostly guessing.</source>
            <translation>每种攻击都取两者中较好的一方仍能读对一半图像的最强等级：低于这一水平，两者大多只是在猜。</translation>
        </message>
        <message>
            <source>A defence may blind an attack instead of withstanding it. The checks look for the traces of that; an alarm means that the gain above is not to be trusted.</source>
            <translation>防御可能只是蒙蔽了攻击，而不是真正抵御。各项检查寻找这种迹象；出现警报就表示上面的提高不可信。</translation>
        </message>
        <message>
            <source>What the verdict tells</source>
            <translation>结论说明什么</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the verdict as text</source>
            <translation>以文本形式复制结论</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>baseline → judged</source>
            <translation>基线 → 评判对象</translation>
        </message>
        <message>
            <source>difference in points, 95 % interval</source>
            <translation>相差百分点，95 % 置信区间</translation>
        </message>
        <message>
            <source>Once the classifier has been measured, this says what the opponent bought, and whether that is to be believed.</source>
            <translation>分类器测量之后，这里说明对手带来了什么，以及结果是否可信。</translation>
        </message>
        <message>
            <source>being measured anew: %1</source>
            <translation>正在重新测量：%1</translation>
        </message>
        <message>
            <source>What was pinned is this very classifier: there is nothing to compare it with. Train again with other settings, or choose another baseline.</source>
            <translation>所固定的正是这个分类器本身,没有可比较的对象。请换用其他设置重新训练,或选择另一个基线。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::Menus</name>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Training</source>
            <translation>训练(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Preset</source>
            <translation>预设(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Learn</source>
            <translation>学习(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>states</name>
        <message>
            <source>preparing</source>
            <translation>准备中</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
    </context>
    <context>
        <name>verdict</name>
        <message>
            <source>Gain</source>
            <translation>提高</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>下降</translation>
        </message>
        <message>
            <source>No gain</source>
            <translation>没有提高</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Clean images</source>
            <translation>干净图像</translation>
        </message>
        <message>
            <source>%1 (%2 to %3)</source>
            <translation>%1（%2 至 %3）</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>代价</translation>
        </message>
        <message>
            <source>No cost</source>
            <translation>没有代价</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ViewHeader</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Table as CSV…</source>
            <translation>CSV 表格…</translation>
        </message>
        <message>
            <source>Picture…</source>
            <translation>图片…</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ConfusionMap</name>
        <message>
            <source>Read as</source>
            <translation>识别为</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <source>True class</source>
            <translation>真实类别</translation>
        </message>
        <message>
            <source>No test image of class %1</source>
            <translation>没有类别 %1 的测试图像</translation>
        </message>
        <message>
            <source>%1 of %2 digits of class %3 read rightly: %4, 95 % interval %5 to %6</source>
            <translation>类别 %3 的 %2 个数字中判对 %1 个：%4，95 % 区间 %5 至 %6</translation>
        </message>
        <message>
            <source>%1 of %2 digits of class %3 read as %4, which is right</source>
            <translation>类别 %3 的 %2 个数字中有 %1 个被正确判为 %4</translation>
        </message>
        <message>
            <source>%1 of %2 digits of class %3 read as %4</source>
            <translation>类别 %3 的 %2 个数字中有 %1 个被误判为 %4</translation>
        </message>
        <message>
            <source>%1 of %2 images of class %3 read rightly: %4, 95 % interval %5 to %6</source>
            <translation>类别 %3 的 %2 个图像中判对 %1 个：%4，95 % 区间 %5 至 %6</translation>
        </message>
        <message>
            <source>%1 of %2 images of class %3 read as %4, which is right</source>
            <translation>类别 %3 的 %2 个图像中有 %1 个判为 %4，正确</translation>
        </message>
        <message>
            <source>%1 of %2 images of class %3 read as %4</source>
            <translation>类别 %3 的 %2 个图像中有 %1 个判为 %4</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::CalibrationPlot</name>
        <message>
            <source>Confidence, %</source>
            <translation>置信度（%）</translation>
        </message>
        <message>
            <source>Accuracy, %</source>
            <translation>准确率（%）</translation>
        </message>
        <message>
            <source>Confidence %1: no image</source>
            <translation>置信度 %1：没有图像</translation>
        </message>
        <message>
            <source>Confidence %1: %2 images, on average %3 sure and %4 right (95 % interval %5 to %6)</source>
            <translation>置信度 %1：%2 幅图像，平均置信度 %3，判对 %4（95 % 区间 %5 至 %6）</translation>
        </message>
        <message>
            <source>Expected calibration error %1: the confidence can be taken at its word.</source>
            <translation>期望校准误差 %1：置信度可以照单全信。</translation>
        </message>
        <message>
            <source>Expected calibration error %1: surer than it is right, by %2 on average.</source>
            <translation>期望校准误差 %1：过于自信，平均高出 %2。</translation>
        </message>
        <message>
            <source>Expected calibration error %1: more often right than it is sure, by %2 on average.</source>
            <translation>期望校准误差 %1：自信不足，准确率平均高出 %2。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ErrorsView</name>
        <message>
            <source>Test image %1: a %2 read as %3</source>
            <translation>测试图像 %1：%2 判为 %3</translation>
        </message>
        <message>
            <source>%1 digits were misread</source>
            <translation>有 %1 个数字被误判</translation>
        </message>
        <message>
            <source>%1 digits of class %2 were misread</source>
            <translation>类别 %2 有 %1 个数字被误判</translation>
        </message>
        <message>
            <source>%1 digits of class %2 were read rightly</source>
            <translation>类别 %2 有 %1 个数字判对</translation>
        </message>
        <message>
            <source>%1 digits of class %2 were read as %3</source>
            <translation>类别 %2 有 %1 个数字被判为 %3</translation>
        </message>
        <message>
            <source>(the first %1 are shown)</source>
            <translation>（显示前 %1 个）</translation>
        </message>
        <message>
            <source>Errors on clean test images</source>
            <translation>干净测试图像上的错误</translation>
        </message>
        <message>
            <source>Step %1 · %2 of %3 right: %4 (%5–%6)</source>
            <translation>第 %1 步 · %3 幅判对 %2 幅：%4（%5–%6）</translation>
        </message>
        <message>
            <source>The classifier looked at</source>
            <translation>所看的分类器</translation>
        </message>
        <message>
            <source>Confusion matrix</source>
            <translation>混淆矩阵</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>校准</translation>
        </message>
        <message>
            <source>Write the confusion matrix and the calibration</source>
            <translation>导出混淆矩阵与校准图</translation>
        </message>
        <message>
            <source>What the errors tell</source>
            <translation>这些错误说明了什么</translation>
        </message>
        <message>
            <source>The diagram beside it asks whether confidence means anything. Where the classifier says 90 % it should be right 9 times of 10, that is, on the dashed line. What is missing to it is red: overconfidence. The expected calibration error is the average distance from the line over all images.</source>
            <translation>旁边的图检验置信度是否可信。分类器说 90 % 时，应当十次判对九次，即落在虚线上。不足的部分为红色：过度自信。期望校准误差是所有图像偏离虚线的平均值。</translation>
        </message>
        <message>
            <source>%1 images were misread</source>
            <translation>%1 个图像被误判</translation>
        </message>
        <message>
            <source>%1 images of class %2 were misread</source>
            <translation>类别 %2 的 %1 个图像被误判</translation>
        </message>
        <message>
            <source>%1 images of class %2 were read rightly</source>
            <translation>类别 %2 的 %1 个图像判对</translation>
        </message>
        <message>
            <source>%1 images of class %2 were read as %3</source>
            <translation>类别 %2 的 %1 个图像判为 %3</translation>
        </message>
        <message>
            <source>Once the classifier has been measured, this shows which images it misreads as what.</source>
            <translation>分类器测量之后，这里显示它把哪些图像误判成了什么。</translation>
        </message>
        <message>
            <source>Misread images</source>
            <translation>误判的图像</translation>
        </message>
        <message>
            <source>All misread images (Esc)</source>
            <translation>全部误判的图像（Esc）</translation>
        </message>
        <message>
            <source>A row is a true class, a column the verdict: a red cell is a confusion, the redder the more frequent. Click one to see the very images. A class&apos;s accuracy at the end of a row comes with its 95 % interval (Wilson): where two intervals overlap widely, the difference may be chance.</source>
            <translation>每行是一个真实类别，每列是一个判定：红格是混淆，越红越多。点击格子可看到这些图像本身。行末是该类的准确率及其 95 % 区间（Wilson）：两个区间大幅重叠时，差异可能只是偶然。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::GalleryArea</name>
        <message>
            <source>Test image %1.</source>
            <translation>测试图像 %1。</translation>
        </message>
        <message>
            <source>λ = %1 reads %2 (%3)</source>
            <translation>λ = %1 判为 %2（%3）</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::StrengthStrip</name>
        <message>
            <source>fooled from</source>
            <translation>受骗始于</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>reads</source>
            <translation>判为</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::DigitDetail</name>
        <message>
            <source>Test image %1, a %2</source>
            <translation>测试图像 %1，类别 %2</translation>
        </message>
        <message>
            <source>λ = %1 reads %2 (%3).</source>
            <translation>λ = %1 判为 %2（%3）。</translation>
        </message>
        <message>
            <source>Fooled from %1 = %2.</source>
            <translation>自 %1 = %2 起受骗。</translation>
        </message>
        <message>
            <source>Back to the gallery (Esc)</source>
            <translation>返回图库（Esc）</translation>
        </message>
        <message>
            <source>Strength of the attack</source>
            <translation>攻击强度</translation>
        </message>
        <message>
            <source>What every λ reads as the attack grows. Click, drag or use the arrow keys.</source>
            <translation>攻击增强时每个 λ 的判定。可点击、拖动或用方向键。</translation>
        </message>
        <message>
            <source>All images</source>
            <translation>全部图像</translation>
        </message>
        <message>
            <source>Read in Draw</source>
            <translation>在“手写”页识别</translation>
        </message>
        <message>
            <source>This image on the sheet of Draw, to be changed and attacked there</source>
            <translation>把这幅图像放到“手写”页的画板上，在那里修改和攻击</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::GalleryView</name>
        <message>
            <source>Attacking…</source>
            <translation>正在攻击…</translation>
        </message>
        <message>
            <source>No digit of this choice flips. Try a stronger attack.</source>
            <translation>所选数字没有一个翻转。请试试更强的攻击。</translation>
        </message>
        <message>
            <source>%1 · step %2</source>
            <translation>%1 · 第 %2 步</translation>
        </message>
        <message>
            <source>%1 · step %2 · %3 of %4 flip</source>
            <translation>%1 · 第 %2 步 · %4 个中 %3 个翻转</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>That flip</source>
            <translation>只看翻转</translation>
        </message>
        <message>
            <source>0–9</source>
            <translation>0–9</translation>
        </message>
        <message>
            <source>The attack</source>
            <translation>攻击</translation>
        </message>
        <message>
            <source>The classifier whose pictures are shown</source>
            <translation>显示其图像的分类器</translation>
        </message>
        <message>
            <source>Previous page (Page Up)</source>
            <translation>上一页（Page Up）</translation>
        </message>
        <message>
            <source>Next page (Page Down)</source>
            <translation>下一页（Page Down）</translation>
        </message>
        <message>
            <source>Write the page</source>
            <translation>导出本页</translation>
        </message>
        <message>
            <source>What the gallery shows</source>
            <translation>图库显示什么</translation>
        </message>
        <message>
            <source>All classes</source>
            <translation>全部类别</translation>
        </message>
        <message>
            <source>No image of this choice flips. Try a stronger attack.</source>
            <translation>所选图像中没有被翻转的。请试更强的攻击。</translation>
        </message>
        <message>
            <source>Attacked test images</source>
            <translation>受攻击的测试图像</translation>
        </message>
        <message>
            <source>All images, or only those that are read rightly and misread under the attack</source>
            <translation>全部图像，或只看原本判对而受攻击后判错的</translation>
        </message>
        <message>
            <source>Images of one class</source>
            <translation>某一类的图像</translation>
        </message>
        <message>
            <source>Each image of the test set is attacked against the very classifier you see: x is the original, x_adv the result, and beside it the difference, magnified. Green is read rightly, red is not. With several λ, every one is attacked by itself and tells what it reads.</source>
            <translation>测试集的每个图像都针对所看的分类器本身受到攻击：x 是原图，x_adv 是结果，旁边是放大的差异。绿色表示判对，红色表示判错。有多个 λ 时，每个都单独受攻击，并给出各自的判定。</translation>
        </message>
        <message>
            <source>Click an image to let the attack grow on it and see where each λ gives way. A robust classifier needs a difference that you, too, would notice; one that falls to invisible changes has learnt something other than the shape of things.</source>
            <translation>点击一个图像，让攻击在它上面逐渐增强，看每个 λ 在哪里失守。鲁棒的分类器要到你也看得出的差异才会被骗；被看不见的改动击倒的，学到的并不是事物的形状。</translation>
        </message>
        <message>
            <source>%1 chosen  ✕</source>
            <translation>已选 %1 个  ✕</translation>
        </message>
        <message>
            <source>Only images chosen on another page are shown: show all again</source>
            <translation>目前只显示在别的页面上选中的图像：重新显示全部</translation>
        </message>
        <message>
            <source>Once there is a classifier, this shows what attacks make of test images, and what every λ reads then.</source>
            <translation>有了分类器之后，这里显示攻击把测试图像变成什么样，以及每个 λ 怎样判定。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::GeneratorView</name>
        <message>
            <source>Measure all</source>
            <translation>全面测量</translation>
        </message>
        <message>
            <source>real digits: %1</source>
            <translation>真实数字：%1</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>test digits: 1</source>
            <translation>测试数字：1</translation>
        </message>
        <message>
            <source>%1 of %2 digits are read as %3</source>
            <translation>%2 个数字中有 %1 个判为 %3</translation>
        </message>
        <message>
            <source>precision</source>
            <translation>精确率</translation>
        </message>
        <message>
            <source>recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <source>density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>coverage</source>
            <translation>覆盖率</translation>
        </message>
        <message>
            <source>A generated digit and the training digit nearest to it, %1 apart</source>
            <translation>一个生成数字与离它最近的训练数字，相距 %1</translation>
        </message>
        <message>
            <source>%1 generated digits · step %2</source>
            <translation>%1 个生成数字 · 第 %2 步</translation>
        </message>
        <message>
            <source>Measure the Fréchet distance, the neighbourhoods and the copies too: some seconds</source>
            <translation>同时测量 Fréchet 距离、邻域与抄袭：需要几秒</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Progress of the measurement</source>
            <translation>测量进度</translation>
        </message>
        <message>
            <source>Fréchet distance</source>
            <translation>Fréchet 距离</translation>
        </message>
        <message>
            <source>Memorisation</source>
            <translation>记忆程度</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Neighbourhoods</source>
            <translation>邻域</translation>
        </message>
        <message>
            <source>Write the figures</source>
            <translation>导出数值</translation>
        </message>
        <message>
            <source>What the figures tell</source>
            <translation>这些数值说明了什么</translation>
        </message>
        <message>
            <source>as asked for; real: %1</source>
            <translation>符合要求；真实：%1</translation>
        </message>
        <message>
            <source>sure; real: %1</source>
            <translation>置信度；真实：%1</translation>
        </message>
        <message>
            <source>It is being measured now.</source>
            <translation>正在测量。</translation>
        </message>
        <message>
            <source>In this run no generator draws images.
Choose the adversary GAN or conditional GAN to see one learn.</source>
            <translation>本次运行中没有生成器绘制图像。
选择对手“GAN”或“条件 GAN”，可以看到生成器的学习。</translation>
        </message>
        <message>
            <source>Once the generator has been measured, this shows how good its images are, whether it forgets classes, and whether it copies.</source>
            <translation>生成器测量之后，这里显示它的图像有多好，是否遗忘了类别，是否在抄袭。</translation>
        </message>
        <message>
            <source>real images: %1</source>
            <translation>真实图像：%1</translation>
        </message>
        <message>
            <source>test images: 1</source>
            <translation>测试图像：1</translation>
        </message>
        <message>
            <source>%1 of %2 images are read as %3</source>
            <translation>%2 个图像中有 %1 个判为 %3</translation>
        </message>
        <message>
            <source>alarm below %1 %</source>
            <translation>低于 %1 % 报警</translation>
        </message>
        <message>
            <source>(%1; real images: %2)</source>
            <translation>（%1；真实图像：%2）</translation>
        </message>
        <message>
            <source>Share of generated images that lie where real ones lie</source>
            <translation>落在真实图像所在之处的生成图像的比例</translation>
        </message>
        <message>
            <source>Share of real images that lie where generated ones lie</source>
            <translation>落在生成图像所在之处的真实图像的比例</translation>
        </message>
        <message>
            <source>How crowded with real images it is around the generated ones</source>
            <translation>生成图像周围真实图像的密集程度</translation>
        </message>
        <message>
            <source>Share of real images with a generated one in their neighbourhood</source>
            <translation>邻域内有生成图像的真实图像的比例</translation>
        </message>
        <message>
            <source>A generated image and the training image nearest to it, %1 apart</source>
            <translation>一个生成图像与最接近它的训练图像，相距 %1</translation>
        </message>
        <message>
            <source>The generator&apos;s images</source>
            <translation>生成器的图像</translation>
        </message>
        <message>
            <source>%1 generated images · step %2</source>
            <translation>%1 个生成图像 · 第 %2 步</translation>
        </message>
        <message>
            <source>Score, of %1</source>
            <translation>得分（满分 %1）</translation>
        </message>
        <message>
            <source>High where every image is clear and all classes occur alike (inception score of a judge of its own)</source>
            <translation>每个图像都清晰、各类同样常见时得分高（由独立评判分类器计算的 inception score）</translation>
        </message>
        <message>
            <source>How the judge, a classifier that is never the trainee, reads the images</source>
            <translation>评判（从不是受训者的分类器）怎样判定这些图像</translation>
        </message>
        <message>
            <source>Between generated and real images in the judge&apos;s features; the nearer to the real-to-real figure, the better</source>
            <translation>生成图像与真实图像在评判特征中的距离；越接近真实对真实的数值越好</translation>
        </message>
        <message>
            <source>How near generated images come to training images, compared with test images</source>
            <translation>与测试图像相比，生成图像离训练图像有多近</translation>
        </message>
        <message>
            <source>Nearest to the training set: generated image beside training image, and their distance</source>
            <translation>最接近训练集的：生成图像与训练图像并列，及其距离</translation>
        </message>
        <message>
            <source>Generated images beside the nearest training images</source>
            <translation>生成图像与最近的训练图像</translation>
        </message>
        <message>
            <source>All figures come from a judge: a classifier trained on real images alone, never the one in training. The score is high where each image is clear and all classes occur; compare it with the real images&apos; figure beside it. A class far below its even share is about to be forgotten: the generator collapses onto what fools the discriminator.</source>
            <translation>所有数值来自评判：只用真实图像训练、从不是受训者的分类器。每个图像都清晰、各类都出现时得分高；请与旁边真实图像的数值比较。远低于平均份额的类别即将被遗忘：生成器正坍缩到能骗过判别器的内容上。</translation>
        </message>
        <message>
            <source>Precision falls where images look unreal, recall and coverage where real variety is missing; the Fréchet distance sees both. Memorisation compares distances to the training set: near 1 the images are as new as test images, far below 1 they are copies, and the nearest pairs show it.</source>
            <translation>图像不真实时精确率下降，缺少真实的多样性时召回率与覆盖率下降；Fréchet 距离两者都能看到。记忆程度比较到训练集的距离：接近 1 说明与测试图像一样新，远低于 1 说明是抄袭，最近的配对会显示出来。</translation>
        </message>
        <message>
            <source>Generator (!)</source>
            <translation>生成器(!)</translation>
        </message>
        <message>
            <source>tidier than real ones, not better</source>
            <translation>比真实的更规整，并非更好</translation>
        </message>
        <message>
            <source>Read by the judge</source>
            <translation>评判的读取</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MeasurementStatus</name>
        <message>
            <source>It is being measured now: %1.</source>
            <translation>正在测量：%1。</translation>
        </message>
        <message>
            <source>Another run is being measured now.</source>
            <translation>正在测量另一次运行。</translation>
        </message>
        <message>
            <source>This run has not been measured here. "Measure all" on the page Robustness does it.</source>
            <translation>这次运行还没有在此测量。点击“鲁棒性”页的“全面测量”即可。</translation>
        </message>
        <message>
            <source>Press New run (Space).</source>
            <translation>请按“新训练”（空格键）。</translation>
        </message>
        <message>
            <source>The training has failed: the messages below say why.</source>
            <translation>训练失败：下方的消息说明了原因。</translation>
        </message>
        <message>
            <source>The training has ended. "Measure all" on the page Robustness measures it.</source>
            <translation>训练已结束。点击“鲁棒性”页的“全面测量”即可测量。</translation>
        </message>
        <message>
            <source>The training is paused. "Measure all" on the page Robustness measures it now.</source>
            <translation>训练已暂停。点击“鲁棒性”页的“全面测量”即可现在测量。</translation>
        </message>
        <message>
            <source>The training runs and is measured at its next evaluation.</source>
            <translation>训练正在进行，下一次评估时测量。</translation>
        </message>
        <message>
            <source>The training runs and is measured every %1 seconds.</source>
            <translation>训练正在进行，每 %1 秒测量一次。</translation>
        </message>
        <message>
            <source>The training runs and is measured when it ends, or now by "Measure all" on the page Robustness.</source>
            <translation>训练正在进行，结束时测量；也可点击“鲁棒性”页的“全面测量”现在测量。</translation>
        </message>
        <message>
            <source>Its networks are being read.</source>
            <translation>正在读取其网络。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ValueChips</name>
        <message>
            <source>Take %1 = %2 out of the list</source>
            <translation>从列表中去掉 %1 = %2</translation>
        </message>
        <message>
            <source>Add a value: one classifier is trained for each, on the same batches</source>
            <translation>再加一个值：每个值在相同的批次上各训练一个分类器</translation>
        </message>
        <message>
            <source>%1: add a value</source>
            <translation>%1：添加一个值</translation>
        </message>
        <message>
            <source>The other values</source>
            <translation>其余的值</translation>
        </message>
        <message>
            <source>%1: the other values</source>
            <translation>%1：其余的值</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ShownPictures</name>
        <message>
            <source>The run&apos;s last checkpoint is being attacked…</source>
            <translation>正在攻击该运行的最后一个检查点…</translation>
        </message>
        <message>
            <source>This run has no checkpoint to make pairs from.</source>
            <translation>该运行没有可用于生成样本对的检查点。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SearchPage</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Nothing is about “%1”.</source>
            <translation>没有与“%1”有关的内容。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::BestPanel</name>
        <message>
            <source>No run has come to anything yet.</source>
            <translation>还没有运行得出结果。</translation>
        </message>
        <message>
            <source>Best so far: &lt;b&gt;%1&lt;/b&gt; in %2</source>
            <translation>目前最好：&lt;b&gt;%1&lt;/b&gt;，来自 %2</translation>
        </message>
        <message>
            <source>(mean of %1 seeds)</source>
            <translation>（%1 个种子的平均）</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>打开(&amp;O)</translation>
        </message>
        <message>
            <source>Shows the best run on all pages</source>
            <translation>在所有页面上显示最好的运行</translation>
        </message>
        <message>
            <source>&amp;Use these settings</source>
            <translation>使用这些设置(&amp;U)</translation>
        </message>
        <message>
            <source>Makes them the settings of the next run</source>
            <translation>作为下一次运行的设置</translation>
        </message>
        <message>
            <source>Co&amp;mpare the best %1</source>
            <translation>比较最好的 %1 个(&amp;M)</translation>
        </message>
        <message>
            <source>Measures them on the same test images, beside each other</source>
            <translation>在相同的测试图像上并排测量</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ParallelPlot</name>
        <message>
            <source>Axis %1</source>
            <translation>轴 %1</translation>
        </message>
        <message>
            <source>%1 of %2 runs</source>
            <translation>%2 次运行中的 %1 次</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SweepForm</name>
        <message>
            <source>Some of the runs are tried for a few seconds…</source>
            <translation>正在试跑其中几次，需几秒钟…</translation>
        </message>
        <message>
            <source>About %1 on this machine, as busy as it is now.</source>
            <translation>在这台机器上约 %1（按目前的负载）。</translation>
        </message>
        <message>
            <source>What varies</source>
            <translation>变化的参数</translation>
        </message>
        <message>
            <source>Add a &amp;parameter</source>
            <translation>添加参数(&amp;P)</translation>
        </message>
        <message>
            <source>grid: every combination</source>
            <translation>网格：所有组合</translation>
        </message>
        <message>
            <source>random: drawn over the ranges</source>
            <translation>随机：在范围内抽取</translation>
        </message>
        <message>
            <source>Sobol: drawn, and evenly</source>
            <translation>Sobol：均匀地抽取</translation>
        </message>
        <message>
            <source>epochs</source>
            <translation>轮</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>步</translation>
        </message>
        <message>
            <source>this machine</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Slurm</source>
            <translation>Slurm</translation>
        </message>
        <message>
            <source>none: all runs go on</source>
            <translation>不用：所有运行都继续</translation>
        </message>
        <message>
            <source>1 in </source>
            <translation>取 1/</translation>
        </message>
        <message>
            <source>as the settings say</source>
            <translation>按设置</translation>
        </message>
        <message>
            <source>Strateg&amp;y:</source>
            <translation>策略(&amp;Y)：</translation>
        </message>
        <message>
            <source>How the combinations are chosen</source>
            <translation>如何选取组合</translation>
        </message>
        <message>
            <source>C&amp;ombinations:</source>
            <translation>组合数(&amp;O)：</translation>
        </message>
        <message>
            <source>How many are drawn; the same ones every time</source>
            <translation>抽取多少个；每次都相同</translation>
        </message>
        <message>
            <source>See&amp;ds:</source>
            <translation>种子数(&amp;D)：</translation>
        </message>
        <message>
            <source>So many runs of each combination; their mean is what counts</source>
            <translation>每个组合运行这么多次，以平均值为准</translation>
        </message>
        <message>
            <source>&amp;Best by:</source>
            <translation>评价指标(&amp;B)：</translation>
        </message>
        <message>
            <source>What the runs are compared by: clean, an attack (pgd:eps=0.1), or a loss by name (L). An accuracy is measured on the whole test set after the training.</source>
            <translation>比较各次运行的依据：clean、一种攻击（pgd:eps=0.1）或某个损失的名称（L）。准确率在训练之后于整个测试集上测量。</translation>
        </message>
        <message>
            <source>Ha&amp;lving:</source>
            <translation>减半(&amp;L)：</translation>
        </message>
        <message>
            <source>Asynchronous successive halving (ASHA): all are trained to a fraction of the length, and only the best 1 in so many go on to so many times that.</source>
            <translation>异步逐次减半（ASHA）：先全部训练到长度的一部分，只有最好的若干分之一继续到若干倍的长度。</translation>
        </message>
        <message>
            <source>Len&amp;gth:</source>
            <translation>长度(&amp;G)：</translation>
        </message>
        <message>
            <source>How long a run is, phases counted</source>
            <translation>一次运行的长度，包括各阶段</translation>
        </message>
        <message>
            <source>Unit of the length</source>
            <translation>长度的单位</translation>
        </message>
        <message>
            <source>At one ti&amp;me:</source>
            <translation>同时运行(&amp;M)：</translation>
        </message>
        <message>
            <source>So many runs side by side; they share the processors of this machine</source>
            <translation>同时进行这么多次运行，共用这台机器的处理器</translation>
        </message>
        <message>
            <source>&amp;Where:</source>
            <translation>地点(&amp;W)：</translation>
        </message>
        <message>
            <source>Where the runs are trained: processes of this machine, or jobs of a cluster</source>
            <translation>在哪里训练：本机的进程，或集群的作业</translation>
        </message>
        <message>
            <source>Partitio&amp;n:</source>
            <translation>分区(&amp;N)：</translation>
        </message>
        <message>
            <source>Of Slurm&apos;s machines; empty: the usual one</source>
            <translation>Slurm 的机器分区；留空则用默认分区</translation>
        </message>
        <message>
            <source>Time l&amp;imit:</source>
            <translation>时限(&amp;I)：</translation>
        </message>
        <message>
            <source>How long Slurm lets a job run: 2:00:00; empty: the usual one</source>
            <translation>Slurm 允许作业运行多久：2:00:00；留空则用默认值</translation>
        </message>
        <message>
            <source>P&amp;rocessors:</source>
            <translation>处理器(&amp;R)：</translation>
        </message>
        <message>
            <source>That Slurm gives each run</source>
            <translation>Slurm 分给每次运行的数目</translation>
        </message>
        <message>
            <source>Fore&amp;cast</source>
            <translation>预估(&amp;C)</translation>
        </message>
        <message>
            <source>Tries some of the runs for a moment and says how long all would take</source>
            <translation>试跑其中几次，估计全部需要多久</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SweepTable</name>
        <message>
            <source>waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>The best so far: %1</source>
            <translation>目前最好：%1</translation>
        </message>
        <message>
            <source>%1, the best so far</source>
            <translation>%1，目前最好</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SweepView</name>
        <message>
            <source>Picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <source>The sweep begins…</source>
            <translation>扫描正在开始…</translation>
        </message>
        <message>
            <source>The sweep is being read…</source>
            <translation>正在读取扫描…</translation>
        </message>
        <message>
            <source>New sweep</source>
            <translation>新的扫描</translation>
        </message>
        <message>
            <source>%1 (running)</source>
            <translation>%1（运行中）</translation>
        </message>
        <message>
            <source>as far as each came</source>
            <translation>各自所到之处</translation>
        </message>
        <message>
            <source>St&amp;art</source>
            <translation>开始(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>继续(&amp;R)</translation>
        </message>
        <message>
            <source>Makes a folder among the runs and trains them all there</source>
            <translation>在运行文件夹中新建一个文件夹并在其中训练全部运行</translation>
        </message>
        <message>
            <source>Goes on with this sweep: what is done is passed over</source>
            <translation>继续这次扫描：已完成的跳过</translation>
        </message>
        <message>
            <source>Ends the runs of %1 with checkpoints; Resume goes on from there</source>
            <translation>结束 %1 的运行并保存检查点；可由“继续”接着进行</translation>
        </message>
        <message>
            <source>&amp;Brushed: %1</source>
            <translation>已选 %1(&amp;B)</translation>
        </message>
        <message>
            <source>All runs start from the settings of the next run: %1.</source>
            <translation>所有运行都从下一次运行的设置出发：%1。</translation>
        </message>
        <message>
            <source>%1 of %2 runs done</source>
            <translation>%2 次运行中已完成 %1 次</translation>
        </message>
        <message>
            <source>%1 running</source>
            <translation>%1 次运行中</translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <translation>%1 次等待</translation>
        </message>
        <message>
            <source>%1 stopped</source>
            <translation>%1 次已停止</translation>
        </message>
        <message>
            <source>%1 failed</source>
            <translation>%1 次失败</translation>
        </message>
        <message>
            <source>ending, with checkpoints…</source>
            <translation>正在结束并保存检查点…</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Parallel coordinates</source>
            <translation>平行坐标</translation>
        </message>
        <message>
            <source>Scatter</source>
            <translation>散点图</translation>
        </message>
        <message>
            <source>Heat map</source>
            <translation>热图</translation>
        </message>
        <message>
            <source>What mattered</source>
            <translation>什么起了作用</translation>
        </message>
        <message>
            <source>Best so far</source>
            <translation>目前最好</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Horizontal axis</source>
            <translation>横轴</translation>
        </message>
        <message>
            <source>Vertical axis</source>
            <translation>纵轴</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>长度</translation>
        </message>
        <message>
            <source>Of which length of the runs the figures are</source>
            <translation>数值取自运行的哪个长度</translation>
        </message>
        <message>
            <source>Sweep</source>
            <translation>扫描</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>停止(&amp;S)</translation>
        </message>
        <message>
            <source>So many runs are left by the brush; shows all again</source>
            <translation>刷选后剩下这么多次运行；点击重新显示全部</translation>
        </message>
        <message>
            <source>Write the figure or the table</source>
            <translation>写出图或表格</translation>
        </message>
        <message>
            <source>What a sweep tells</source>
            <translation>扫描说明什么</translation>
        </message>
        <message>
            <source>A sweep trains many runs that differ in what is varied, each a process of its own beside the window&apos;s training, and compares them by one figure.</source>
            <translation>扫描训练许多只在所变参数上不同的运行，每次运行是窗口训练之外的独立进程，并按一个指标比较它们。</translation>
        </message>
        <message>
            <source>Parallel coordinates: a line for each run. A drag along an axis selects a stretch of it, on several axes all must hold; a drag of the brush moves it, a click beside it ends it. Keys: arrows, Shift and Ctrl with them, Delete, Escape.</source>
            <translation>平行坐标：每次运行一条线。沿轴拖动选取一段，多个轴上须同时满足；拖动选区可移动它，在旁边点击则取消。键盘：方向键及与 Shift、Ctrl 组合，Delete，Esc。</translation>
        </message>
        <message>
            <source>What mattered: of numbers the rank correlation with the figure (Spearman) and its 95 % interval, of choices the share of the spread between them. What may be chance is grey. All runs of the shortest length count, unless another length is chosen.</source>
            <translation>什么起了作用：数值参数给出与指标的秩相关（Spearman）及其 95% 区间，选项参数给出组间差异所占的份额。可能出于偶然的为灰色。除非另选长度，以最短长度的全部运行为准。</translation>
        </message>
        <message>
            <source>A double click or Enter opens a run, a click does in the scatter.</source>
            <translation>双击或回车打开运行，在散点图中单击即可。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SweepViews</name>
        <message>
            <source>%1 by %2</source>
            <translation>%1 对 %2</translation>
        </message>
        <message>
            <source>%1, mean of each cell</source>
            <translation>%1，每格的平均</translation>
        </message>
        <message>
            <source>What mattered for: %1</source>
            <translation>什么影响了：%1</translation>
        </message>
        <message>
            <source>What mattered for: %1, after %2</source>
            <translation>什么影响了：%1（%2 之后）</translation>
        </message>
        <message>
            <source>The best so far: %1</source>
            <translation>目前最好：%1</translation>
        </message>
        <message>
            <source>Runs that came to something</source>
            <translation>得出结果的运行</translation>
        </message>
        <message>
            <source>Runs of the sweep</source>
            <translation>扫描的运行</translation>
        </message>
        <message>
            <source>Parallel coordinates</source>
            <translation>平行坐标</translation>
        </message>
        <message>
            <source>Drag along an axis to select runs; Escape selects all again</source>
            <translation>沿轴拖动以选取运行；Esc 重新选取全部</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::VariedRow</name>
        <message>
            <source>Plays no part beside the other settings as they are now.</source>
            <translation>在目前的其他设置下不起作用。</translation>
        </message>
        <message>
            <source>Parameter that varies</source>
            <translation>变化的参数</translation>
        </message>
        <message>
            <source>Its values</source>
            <translation>它的取值</translation>
        </message>
        <message>
            <source>32,64 or 1e-4..1e-2:log:6</source>
            <translation>32,64 或 1e-4..1e-2:log:6</translation>
        </message>
        <message>
            <source>Values apart by commas, or a range LO..HI, LO..HI:log, LO..HI:log:6 (so many points in a grid). Where a value is a list itself the values stand apart by &quot;/&quot;: λ as 0,1/0,2 means two runs of two lanes each.</source>
            <translation>以逗号分隔的取值，或范围 LO..HI、LO..HI:log、LO..HI:log:6（网格中的点数）。取值本身是列表时以“/”分隔：λ 写作 0,1/0,2 表示两次运行，各有两条通道。</translation>
        </message>
        <message>
            <source>Vary it no longer</source>
            <translation>不再变化它</translation>
        </message>
    </context>
    <context>
        <name>sweeps</name>
        <message>
            <source>Best so far</source>
            <translation>目前最好</translation>
        </message>
        <message>
            <source>%1: mean %2</source>
            <translation>%1：平均 %2</translation>
        </message>
        <message>
            <source>Runs in the cell</source>
            <translation>格中的运行数</translation>
        </message>
        <message>
            <source>Within chance</source>
            <translation>可能出于偶然</translation>
        </message>
        <message>
            <source>The higher the better</source>
            <translation>越高越好</translation>
        </message>
        <message>
            <source>The lower the better</source>
            <translation>越低越好</translation>
        </message>
        <message>
            <source>%1: ρ = %2 (%3 to %4), %5 combinations</source>
            <translation>%1：ρ = %2（%3 至 %4），%5 个组合</translation>
        </message>
        <message>
            <source>%1: η² = %2, of which chance makes up to %3, %4 combinations</source>
            <translation>%1：η² = %2，其中偶然可达 %3，%4 个组合</translation>
        </message>
        <message>
            <source>The choice makes a difference</source>
            <translation>选项有影响</translation>
        </message>
        <message>
            <source>Too few runs to tell</source>
            <translation>运行太少，无法判断</translation>
        </message>
        <message>
            <source>Seconds of training</source>
            <translation>训练秒数</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分</translation>
        </message>
        <message>
            <source>%1 step</source>
            <translation>%1 步</translation>
        </message>
        <message>
            <source>%1 epoch</source>
            <translation>%1 轮</translation>
        </message>
        <message>
            <source>%1 steps</source>
            <translation>%1 步</translation>
        </message>
        <message>
            <source>%1 epochs</source>
            <translation>%1 轮</translation>
        </message>
        <message>
            <source>%1 run, %2 at a time.</source>
            <translation>%1 次运行，同时 %2 次。</translation>
        </message>
        <message>
            <source>%1 runs, %2 at a time.</source>
            <translation>%1 次运行，同时 %2 次。</translation>
        </message>
        <message>
            <source>%1 up to %2</source>
            <translation>%1 次到 %2</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>.</source>
            <translation>。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::CloseButton</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ExportDialog</name>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>What can be exported</source>
            <translation>可以导出的内容</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>导出(&amp;E)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>usual</source>
            <translation>普通</translation>
        </message>
        <message>
            <source>twice as fine</source>
            <translation>两倍精细</translation>
        </message>
        <message>
            <source>four times as fine</source>
            <translation>四倍精细</translation>
        </message>
        <message>
            <source>Pixels of PNG pictures; SVG and PDF need none. Animations have the usual size.</source>
            <translation>PNG 图片的像素数；SVG 和 PDF 不需要。动画使用普通大小。</translation>
        </message>
        <message>
            <source>&amp;Resolution</source>
            <translation>分辨率(&amp;R)</translation>
        </message>
        <message>
            <source>Animation</source>
            <translation>动画</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Choose…</source>
            <translation>选择(&amp;C)…</translation>
        </message>
        <message>
            <source>Folder to export to</source>
            <translation>导出到的文件夹</translation>
        </message>
        <message>
            <source>Format of %1</source>
            <translation>%1 的格式</translation>
        </message>
        <message>
            <source>nothing to write yet</source>
            <translation>还没有可写的内容</translation>
        </message>
        <message>
            <source>%1 (replaced)</source>
            <translation>%1（将被替换）</translation>
        </message>
        <message>
            <source>There is no such folder.</source>
            <translation>没有这个文件夹。</translation>
        </message>
        <message>
            <source>Mark what is to be written.</source>
            <translation>请勾选要写入的内容。</translation>
        </message>
        <message>
            <source>One file is there already and will be replaced.</source>
            <translation>有一个文件已存在，将被替换。</translation>
        </message>
        <message>
            <source>%1 files are there already and will be replaced.</source>
            <translation>有 %1 个文件已存在，将被替换。</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::AnimationForm</name>
        <message>
            <source>First step</source>
            <translation>第一步</translation>
        </message>
        <message>
            <source>Last step</source>
            <translation>最后一步</translation>
        </message>
        <message>
            <source>frames, evenly spread</source>
            <translation>帧，均匀分布</translation>
        </message>
        <message>
            <source>evaluations apart</source>
            <translation>次评估一帧</translation>
        </message>
        <message>
            <source>How frames are chosen</source>
            <translation>帧的选取方式</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>&amp;Steps</source>
            <translation>步(&amp;S)</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Frames a secon&amp;d</source>
            <translation>每秒帧数(&amp;D)</translation>
        </message>
        <message>
            <source>No frame: the run was not measured between these steps.</source>
            <translation>没有帧：这些步之间没有评估。</translation>
        </message>
        <message>
            <source>%1 frames, %2 s</source>
            <translation>%1 帧，%2 秒</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ExportRun</name>
        <message>
            <source>step %1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::Exports</name>
        <message>
            <source>Digits and pairs</source>
            <translation>数字与样本对</translation>
        </message>
        <message>
            <source>Generated digits</source>
            <translation>生成的数字</translation>
        </message>
        <message>
            <source>Adversarial pairs</source>
            <translation>对抗样本对</translation>
        </message>
        <message>
            <source>Report: a page and its pictures</source>
            <translation>报告：网页及其图片</translation>
        </message>
        <message>
            <source>The run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>The run, step by step</source>
            <translation>运行，逐步</translation>
        </message>
        <message>
            <source>Digits as an animation</source>
            <translation>数字的动画</translation>
        </message>
        <message>
            <source>Pairs as an animation</source>
            <translation>样本对的动画</translation>
        </message>
        <message>
            <source>Frontier as an animation</source>
            <translation>权衡前沿的动画</translation>
        </message>
        <message>
            <source>The page &quot;%1&quot; as an animation</source>
            <translation>页面“%1”的动画</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LaneBars</name>
    </context>
    <context>
        <name>sparring::ui::MorphBar</name>
        <message>
            <source>Morph: from %1</source>
            <translation>渐变：从 %1</translation>
        </message>
        <message>
            <source>to %1</source>
            <translation>到 %1</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>Another pair</source>
            <translation>换一对</translation>
        </message>
        <message>
            <source>The class that the morph begins with</source>
            <translation>渐变起始的类别</translation>
        </message>
        <message>
            <source>The class that it ends with</source>
            <translation>渐变终止的类别</translation>
        </message>
        <message>
            <source>Goes there and back again (Enter on the strip)</source>
            <translation>往返播放（在胶片条上按回车键）</translation>
        </message>
        <message>
            <source>Other images of these two classes</source>
            <translation>这两个类别的另外两张图像</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MorphStrip</name>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>change</source>
            <translation>改动</translation>
        </message>
        <message>
            <source>%1 of the way: read as %2, after the change as %3</source>
            <translation>行程 %1：识别为 %2，改动后识别为 %3</translation>
        </message>
        <message>
            <source>%1 of the way: read as %2</source>
            <translation>行程 %1：识别为 %2</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PlaneArea</name>
        <message>
            <source>Morph from here</source>
            <translation>渐变以此为起点</translation>
        </message>
        <message>
            <source>Morph to here</source>
            <translation>渐变以此为终点</translation>
        </message>
        <message>
            <source>Centre here</source>
            <translation>以此为中心</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>复制图片</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::PlaneBar</name>
        <message>
            <source>Ground: plain</source>
            <translation>底色：无</translation>
        </message>
        <message>
            <source>Ground: verdict</source>
            <translation>底色：判定</translation>
        </message>
        <message>
            <source>Ground: D&apos;s score</source>
            <translation>底色：D 的得分</translation>
        </message>
        <message>
            <source>Ground: fools f</source>
            <translation>底色：骗过 f</translation>
        </message>
        <message>
            <source>Digit: %1</source>
            <translation>数字：%1</translation>
        </message>
        <message>
            <source>Class: %1</source>
            <translation>类别：%1</translation>
        </message>
        <message>
            <source>New directions</source>
            <translation>新方向</translation>
        </message>
        <message>
            <source>New start</source>
            <translation>新起点</translation>
        </message>
        <message>
            <source>The class that is asked for everywhere on the plane</source>
            <translation>整个平面上所要求的类别</translation>
        </message>
        <message>
            <source>What the ground behind the images tells</source>
            <translation>图像背后的底色表示什么</translation>
        </message>
        <message>
            <source>More of the latents: images less alike (−, or the wheel)</source>
            <translation>看到更大范围的潜变量：图像差别更大（−，或滚轮）</translation>
        </message>
        <message>
            <source>Less of the latents: images alike (+, or the wheel)</source>
            <translation>看到更小范围的潜变量：图像更相似（+，或滚轮）</translation>
        </message>
        <message>
            <source>Two other directions through the same middle</source>
            <translation>经过同一中心的另外两个方向</translation>
        </message>
        <message>
            <source>Another latent in the middle</source>
            <translation>以另一个潜变量为中心</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::WalkDetail</name>
        <message>
            <source>Before the change: %1 (%2)</source>
            <translation>改动前：%1（%2）</translation>
        </message>
        <message>
            <source>The teacher reads %1</source>
            <translation>教师识别为 %1</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <translation>%1 占 %2</translation>
        </message>
        <message>
            <source>Asked for: %1</source>
            <translation>所要求的：%1</translation>
        </message>
        <message>
            <source>D says %1 (real %2, fake %3)</source>
            <translation>D 给出 %1（真 %2，假 %3）</translation>
        </message>
        <message>
            <source>%1 reads %2 (%3)</source>
            <translation>%1 识别为 %2（%3）</translation>
        </message>
        <message>
            <source>Read as %1 (%2)</source>
            <translation>识别为 %1（%2）</translation>
        </message>
        <message>
            <source>fooled</source>
            <translation>受骗</translation>
        </message>
        <message>
            <source>Probabilities of the classes</source>
            <translation>各类别的概率</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::WalkView</name>
        <message>
            <source>The opponent %1 has no generator, so there are no latents to walk in.</source>
            <translation>对手“%1”没有生成器，因此没有可漫步的潜空间。</translation>
        </message>
        <message>
            <source>These draw images out of latents: %1.</source>
            <translation>以下对手由潜变量绘制图像：%1。</translation>
        </message>
        <message>
            <source>These change images by a generator: %1.</source>
            <translation>以下对手用生成器修改图像：%1。</translation>
        </message>
        <message>
            <source>Latent walk</source>
            <translation>潜空间漫步</translation>
        </message>
        <message>
            <source>Latent walk · step %1</source>
            <translation>潜空间漫步 · 第 %1 步</translation>
        </message>
        <message>
            <source>What the generator changes · step %1</source>
            <translation>生成器的改动 · 第 %1 步</translation>
        </message>
        <message>
            <source>Plane of latents</source>
            <translation>潜变量平面</translation>
        </message>
        <message>
            <source>Morph</source>
            <translation>渐变</translation>
        </message>
        <message>
            <source>Probabilities of the classes</source>
            <translation>各类别的概率</translation>
        </message>
        <message>
            <source>Write the plane, the morph or its figures</source>
            <translation>导出平面、渐变或其数据</translation>
        </message>
        <message>
            <source>What the latent walk shows</source>
            <translation>潜空间漫步显示什么</translation>
        </message>
        <message>
            <source>The generator makes an image of a latent, some dozens of normal random numbers. The plane is a piece of that space: each cell is the image of the latent there. Point at one to see it large with what every λ reads. Drag to go on, turn the wheel to come closer. With the keyboard: arrows, + and −, Enter puts this place into the middle, Home returns.</source>
            <translation>生成器由一个潜变量（几十个正态随机数）画出一张图像。平面是这个空间的一小块：每一格就是该处潜变量的图像。指向某处即可放大查看，并看到各个 λ 如何识别。拖动可继续前行，滚轮可放大。键盘操作：方向键移动，+ 和 − 缩放，回车键把此处移到中心，Home 键返回。</translation>
        </message>
        <message>
            <source>The ground tells what f reads, how real D finds the image, or where f reads another class than was asked for: there the generated image fools f. On D&apos;s scale a fake is drawn to one end and a real image to the other.</source>
            <translation>底色表示 f 识别成什么、D 认为图像有多真，或者 f 在何处识别出与所要求不同的类别：在那里，生成的图像骗过了 f。在 D 的标度上，假图像被拉向一端，真图像被拉向另一端。</translation>
        </message>
        <message>
            <source>The morph goes from one class to another: of a conditional generator the latent stays and the classes are mixed, else the latent turns from an image read as the one to an image read as the other. A and B on the plane set its ends to any two images.</source>
            <translation>渐变从一个类别走到另一个类别：对条件生成器，潜变量不变而类别混合；否则潜变量从识别为前者的图像转到识别为后者的图像。在平面上按 A 和 B 可把两端设为任意两张图像。</translation>
        </message>
        <message>
            <source>A generator that changes images has no latents. Its morph goes from one test image to another: x, the change magnified, and x_adv.</source>
            <translation>修改图像的生成器没有潜变量。它的渐变从一张测试图像走到另一张：x、放大的改动，以及 x_adv。</translation>
        </message>
        <message>
            <source>Morph as an animation…</source>
            <translation>渐变动画…</translation>
        </message>
        <message>
            <source>Once there are networks, this shows what the generator makes between any two images, and what every λ reads there.</source>
            <translation>有了网络之后，这里会显示生成器在任意两张图像之间生成的内容，以及各个 λ 如何识别它们。</translation>
        </message>
    </context>
    <context>
        <name>map</name>
        <message>
            <source>read rightly</source>
            <translation>读对</translation>
        </message>
        <message>
            <source>misread</source>
            <translation>读错</translation>
        </message>
        <message>
            <source>margin below %1</source>
            <translation>间隔小于 %1</translation>
        </message>
        <message>
            <source>margin from %1</source>
            <translation>间隔 %1 以上</translation>
        </message>
        <message>
            <source>margin %1 to %2</source>
            <translation>间隔 %1 到 %2</translation>
        </message>
        <message>
            <source>t-SNE</source>
            <translation>t-SNE</translation>
        </message>
        <message>
            <source>PCA, %1 of the variance</source>
            <translation>PCA，占方差的 %1</translation>
        </message>
        <message>
            <source>ring: how far off arrow tips may be</source>
            <translation>圆圈：箭头尖端可能偏离的距离</translation>
        </message>
        <message>
            <source>clean</source>
            <translation>干净</translation>
        </message>
        <message>
            <source>%1: %2 of %3 misread</source>
            <translation>%1：%3 个中 %2 个读错</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MapLegend</name>
        <message>
            <source>%1 · %2, %3 misread</source>
            <translation>%1 · %2，读错 %3</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MapControls</name>
        <message>
            <source>clean</source>
            <translation>干净</translation>
        </message>
        <message>
            <source>PCA</source>
            <translation>PCA</translation>
        </message>
        <message>
            <source>t-SNE</source>
            <translation>t-SNE</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>箭头</translation>
        </message>
        <message>
            <source>Before | after</source>
            <translation>之前 | 之后</translation>
        </message>
        <message>
            <source>λ | λ</source>
            <translation>λ | λ</translation>
        </message>
        <message>
            <source>By class</source>
            <translation>按类别</translation>
        </message>
        <message>
            <source>By verdict</source>
            <translation>按判断</translation>
        </message>
        <message>
            <source>By margin</source>
            <translation>按间隔</translation>
        </message>
        <message>
            <source>How the features are laid into the plane: PCA shows two directions exactly, t-SNE keeps neighbours together</source>
            <translation>特征如何铺到平面上：PCA 精确显示两个方向，t-SNE 让相邻的点留在一起</translation>
        </message>
        <message>
            <source>One map with arrows, the attacked images before and after, or two classifiers beside each other</source>
            <translation>一张带箭头的图、被攻击图像的前后对照，或两个分类器并排</translation>
        </message>
        <message>
            <source>The classifier beside the one shown</source>
            <translation>与当前分类器并排的分类器</translation>
        </message>
        <message>
            <source>What colours tell</source>
            <translation>颜色的含义</translation>
        </message>
        <message>
            <source>The attack</source>
            <translation>攻击</translation>
        </message>
        <message>
            <source>Strength of the attack: stops only where it was measured</source>
            <translation>攻击的强度：只停在测量过的数值上</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::MapView</name>
        <message>
            <source>Picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <source>Looking at the images…</source>
            <translation>正在查看图像…</translation>
        </message>
        <message>
            <source>Attacking… %1</source>
            <translation>正在攻击… %1</translation>
        </message>
        <message>
            <source>t-SNE %1</source>
            <translation>t-SNE %1</translation>
        </message>
        <message>
            <source>%1 images chosen (Esc: none)</source>
            <translation>已选 %1 个图像（Esc 取消）</translation>
        </message>
        <message>
            <source>Drag around images, or choose above.</source>
            <translation>拖动圈选图像，或在上方选择。</translation>
        </message>
        <message>
            <source>Test image %1: %2</source>
            <translation>测试图像 %1：%2</translation>
        </message>
        <message>
            <source>%1 reads %2, margin %3</source>
            <translation>%1 读作 %2，间隔 %3</translation>
        </message>
        <message>
            <source>Map of the test images</source>
            <translation>测试图像的特征图</translation>
        </message>
        <message>
            <source>Step %1 · %2 test images</source>
            <translation>第 %1 步 · %2 个测试图像</translation>
        </message>
        <message>
            <source>PCA for now</source>
            <translation>暂为 PCA</translation>
        </message>
        <message>
            <source>Show the chosen images in the gallery, under this attack</source>
            <translation>在图库中显示所选图像，使用这种攻击</translation>
        </message>
        <message>
            <source>Open in Gallery</source>
            <translation>在图库中打开</translation>
        </message>
        <message>
            <source>Groups of images</source>
            <translation>图像的分组</translation>
        </message>
        <message>
            <source>Choose groups with the mouse or the arrow keys, several with Ctrl</source>
            <translation>用鼠标或方向键选择分组，按住 Ctrl 可选多个</translation>
        </message>
        <message>
            <source>● read rightly
× misread</source>
            <translation>● 读对
× 读错</translation>
        </message>
        <message>
            <source>Write the map</source>
            <translation>写出特征图</translation>
        </message>
        <message>
            <source>What the map shows</source>
            <translation>特征图显示什么</translation>
        </message>
        <message>
            <source>Every point is a test image as the classifier has it just before it decides: by the activations of its last hidden layer. 2,000 images, spread evenly over the test set; 500 of them are attacked. A cross is an image that is misread. Zoomed in, points become the images themselves.</source>
            <translation>每个点是一个测试图像，位置取自分类器作出判断之前的样子，即最后一个隐藏层的激活值。共 2,000 个图像，均匀分布在测试集中；其中 500 个受到攻击。叉号是读错的图像。放大之后，点会变成图像本身。</translation>
        </message>
        <message>
            <source>PCA looks at these activations from the side on which clean images vary most; attacked images are projected exactly. Axes and angles mean something, and the title says how much of the variance is to be seen.</source>
            <translation>PCA 从干净图像变化最大的方向观看这些激活值；被攻击的图像精确投影。坐标轴和角度都有意义，标题说明能看到方差的多大部分。</translation>
        </message>
        <message>
            <source>t-SNE lays neighbours beside each other and says nothing of sizes and distances of clusters. It maps the clean images only. An attacked image stands at the mean of its 10 nearest clean images by activations, the nearer the heavier: between two clusters where its neighbours are in two. The ring in the corner is as large as this rule is off, as a median, for clean images that it places as if they were not in the map: shorter arrows mean nothing.</source>
            <translation>t-SNE 把相邻的点放在一起，对各簇的大小和距离则什么也没说。它只为干净图像作图。被攻击的图像放在激活值最近的 10 个干净图像的加权平均处，越近权重越大：如果邻居分属两个簇，它就在两簇之间。角落里的圆圈是这条规则误差的中位数，用干净图像当作不在图中时重新放置来测量：比它短的箭头没有意义。</translation>
        </message>
        <message>
            <source>The slider stops only at strengths that were measured: nothing is drawn between them. Before and after have the same axes. Of two λ each has activations of its own, so each has axes of its own: the right map is turned or mirrored so that the same images lie nearest to those on the left, and both are drawn in the spread of their clean images, so that arrows can be compared.</source>
            <translation>滑块只停在测量过的强度上：两者之间什么也不画。“之前”和“之后”用同样的坐标轴。两个 λ 各有自己的激活值，因此各有自己的坐标轴：右图经过旋转或镜像，使相同的图像与左图最接近；两图都以各自干净图像的离散程度为单位，因此箭头可以比较。</translation>
        </message>
        <message>
            <source>Margin: the logit of the true class less the largest other one, below 0 where the image is misread.</source>
            <translation>间隔：真实类别的 logit 减去其余类别中最大的一个，读错时小于 0。</translation>
        </message>
        <message>
            <source>Counts are of %1.</source>
            <translation>计数属于 %1。</translation>
        </message>
        <message>
            <source>Once there is a classifier, this shows where it has the test images just before it decides, and where an attack drives them.</source>
            <translation>有了分类器之后，这里显示它在作出判断之前把测试图像放在哪里，以及攻击把它们赶到哪里。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::DrawTools</name>
        <message>
            <source>Open a picture</source>
            <translation>打开图片</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg *.bmp)</source>
            <translation>图片 (*.png *.jpg *.jpeg *.bmp)</translation>
        </message>
        <message>
            <source>Draw, paste or open something.</source>
            <translation>画一画、粘贴或打开一张图片。</translation>
        </message>
        <message>
            <source>A test image, a %1: the networks see it as it is.</source>
            <translation>一张测试图像（%1）：网络看到的就是它本身。</translation>
        </message>
        <message>
            <source>What the networks see: %1 pixels, centred as in the training data.</source>
            <translation>网络看到的图像：%1 像素，像训练数据一样居中。</translation>
        </message>
        <message>
            <source>Pen</source>
            <translation>画笔</translation>
        </message>
        <message>
            <source>Draw ink</source>
            <translation>画上墨迹</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>橡皮</translation>
        </message>
        <message>
            <source>Take ink away; the right mouse button does so, too</source>
            <translation>擦去墨迹；按鼠标右键也可以</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take the last stroke back (Ctrl+Z on the sheet)</source>
            <translation>撤回上一笔（在画板上按 Ctrl+Z）</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>An empty sheet (Delete on the sheet)</source>
            <translation>清空画板（在画板上按 Delete）</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>The picture in the clipboard (Ctrl+V on the sheet)</source>
            <translation>剪贴板里的图片（在画板上按 Ctrl+V）</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>A picture file; one can be dropped here, too</source>
            <translation>图片文件；也可以拖放到这里</translation>
        </message>
        <message>
            <source>Random</source>
            <translation>随机</translation>
        </message>
        <message>
            <source>Some test image</source>
            <translation>随便一张测试图像</translation>
        </message>
        <message>
            <source>Thickness</source>
            <translation>粗细</translation>
        </message>
        <message>
            <source>Thickness of pen and eraser</source>
            <translation>画笔和橡皮的粗细</translation>
        </message>
        <message>
            <source>Number of the test image</source>
            <translation>测试图像的编号</translation>
        </message>
        <message>
            <source>Takes an image of the test set by its number</source>
            <translation>按编号取测试集中的一张图像</translation>
        </message>
        <message>
            <source>Sheet to draw on</source>
            <translation>画板</translation>
        </message>
        <message>
            <source>Draw a digit. With the keyboard: arrow keys move, Space sets the pen down and lifts it.</source>
            <translation>画一个数字。用键盘：方向键移动，空格键落笔和提笔。</translation>
        </message>
        <message>
            <source>What the networks see</source>
            <translation>网络看到的图像</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::DrawView</name>
        <message>
            <source>Opponent of training (%1)</source>
            <translation>训练时的对手（%1）</translation>
        </message>
        <message>
            <source>Towards any other</source>
            <translation>目标：任何其他类别</translation>
        </message>
        <message>
            <source>Towards %1</source>
            <translation>目标：%1</translation>
        </message>
        <message>
            <source>The class that the attack is to reach</source>
            <translation>攻击要达到的类别</translation>
        </message>
        <message>
            <source>This attack has no form that goes towards a class.</source>
            <translation>这种攻击没有指定目标类别的形式。</translation>
        </message>
        <message>
            <source>Draw a digit on the sheet, or take a test image: every λ reads it while you draw.</source>
            <translation>在画板上画一个数字，或取一张测试图像：画的时候每个 λ 都在读它。</translation>
        </message>
        <message>
            <source>Attacking…</source>
            <translation>正在攻击…</translation>
        </message>
        <message>
            <source>The attack turns no verdict at this strength.</source>
            <translation>在这个强度下，攻击没有翻转任何判断。</translation>
        </message>
        <message>
            <source>The attack turns %1 of %2 verdicts.</source>
            <translation>攻击翻转了 %2 个判断中的 %1 个。</translation>
        </message>
        <message>
            <source>%1 gives way first: the longer the bar, the larger a change it takes.</source>
            <translation>%1 最先失守：横条越长，需要的改动越大。</translation>
        </message>
        <message>
            <source>Once there are networks, you draw a digit here and see what every λ reads, how it is turned, and why.</source>
            <translation>一旦有了网络，就可以在这里画一个数字，看每个 λ 读作什么、怎样被翻转、以及为什么。</translation>
        </message>
        <message>
            <source>Draw and attack · step %1</source>
            <translation>手写与攻击 · 第 %1 步</translation>
        </message>
        <message>
            <source>Draw and attack</source>
            <translation>手写与攻击</translation>
        </message>
        <message>
            <source>Upwards: at random</source>
            <translation>向上：随机</translation>
        </message>
        <message>
            <source>Opponent of training</source>
            <translation>训练时的对手</translation>
        </message>
        <message>
            <source>Upwards: %1</source>
            <translation>向上：%1</translation>
        </message>
        <message>
            <source>The attack</source>
            <translation>攻击方法</translation>
        </message>
        <message>
            <source>Which way the plane goes upwards: at random, or along a second attack</source>
            <translation>平面向上的方向：随机，或沿第二种攻击</translation>
        </message>
        <message>
            <source>What Draw shows</source>
            <translation>“手写”页显示什么</translation>
        </message>
        <message>
            <source>Draw a digit, or bring a picture: it is centred and scaled as the training data are, and every λ reads it at once. Below it is attacked: x_adv, what was changed (magnified), and why the verdict moved.</source>
            <translation>画一个数字，或带来一张图片：它会像训练数据那样居中、缩放，每个 λ 立刻读出它。下面是攻击的结果：x_adv、（放大的）改动，以及判断为何改变。</translation>
        </message>
        <message>
            <source>“Why” gives each pixel its share in the change of the margin, the logit of what was read less that of what is read now: integrated gradients along the straight way from x to x_adv. The shares add up to the figure below the picture.</source>
            <translation>“为什么”给出每个像素在间隔变化中的份额；间隔是原先所读类别的 logit 减去现在所读类别的 logit。方法是沿 x 到 x_adv 的直线取积分梯度。所有份额之和就是图下的数字。</translation>
        </message>
        <message>
            <source>The square is a plane through the image: to the right along the attack, upwards a second direction. Colours are verdicts, their strength is confidence; within the dashed border lies what the attack may do. Pixels are kept within the range of an image.</source>
            <translation>方块是穿过这张图像的一个平面：向右沿攻击方向，向上是第二个方向。颜色表示判断，深浅表示置信度；虚线以内是攻击所能做到的范围。像素始终保持在图像的取值范围内。</translation>
        </message>
        <message>
            <source>The image has that class already: choose another for the attack to go to.</source>
            <translation>图像已经是这个类别：请为攻击选择另一个目标。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::ExplainTiles</name>
        <message>
            <source>difference × %1</source>
            <translation>差异 × %1</translation>
        </message>
        <message>
            <source>why: Σ = %1</source>
            <translation>为什么：Σ = %1</translation>
        </message>
        <message>
            <source>The attacked image</source>
            <translation>被攻击后的图像</translation>
        </message>
        <message>
            <source>What the attack changed, magnified %1 times: red is more ink, blue is less</source>
            <translation>攻击改动之处，放大 %1 倍：红色是更多墨迹，蓝色是更少</translation>
        </message>
        <message>
            <source>Which pixels moved the margin “%1 − %2” from %3 to %4: each pixel&apos;s share, blue against %1, red for it. All shares add up to %5.</source>
            <translation>哪些像素使间隔“%1 − %2”从 %3 变为 %4：每个像素的份额，蓝色不利于 %1，红色有利于它。所有份额之和为 %5。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SliceView</name>
        <message>
            <source>Decision slice, %1</source>
            <translation>决策切片，%1</translation>
        </message>
        <message>
            <source>%1, %2 at %3 along the attack, %4 across it</source>
            <translation>%1，%2；沿攻击方向 %3，垂直方向 %4</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LanePanel</name>
        <message>
            <source>reads %1</source>
            <translation>读作 %1</translation>
        </message>
        <message>
            <source>attacked: %1</source>
            <translation>攻击后：%1</translation>
        </message>
        <message>
            <source>✗ turned</source>
            <translation>✗ 已翻转</translation>
        </message>
        <message>
            <source>✓ holds</source>
            <translation>✓ 未翻转</translation>
        </message>
        <message>
            <source>%1 reads %2.</source>
            <translation>%1 读作 %2。</translation>
        </message>
        <message>
            <source>Under attack it reads %1.</source>
            <translation>受攻击后读作 %1。</translation>
        </message>
        <message>
            <source>The smallest ε that turns it is %1.</source>
            <translation>使它翻转的最小 ε 是 %1。</translation>
        </message>
        <message>
            <source>No ε up to %1 turns it.</source>
            <translation>直到 %1 的 ε 都不能使它翻转。</translation>
        </message>
        <message>
            <source>smallest ε</source>
            <translation>最小 ε</translation>
        </message>
        <message>
            <source>The smallest ε at which PGD turns the verdict; all λ have one scale</source>
            <translation>PGD 能使判断翻转的最小 ε；所有 λ 使用同一刻度</translation>
        </message>
        <message>
            <source>– already that class</source>
            <translation>– 已是该类别</translation>
        </message>
        <message>
            <source>The image has the attack&apos;s class already.</source>
            <translation>图像已经是攻击的目标类别。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::BesidePane</name>
        <message>
            <source>Beside</source>
            <translation>并排</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>LessonWords</name>
        <message>
            <source>clean accuracy</source>
            <translation>干净准确率</translation>
        </message>
        <message>
            <source>waiting: until the run has ended</source>
            <translation>等待中：直到本次运行结束</translation>
        </message>
        <message>
            <source>waiting: step %1 of %2</source>
            <translation>等待中：第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>waiting: the phase &quot;%1&quot; is to come; now: %2</source>
            <translation>等待中：“%1”阶段还没到；当前：%2</translation>
        </message>
        <message>
            <source>waiting for you: %1</source>
            <translation>等您操作：%1</translation>
        </message>
        <message>
            <source>waiting: %1 is %2, awaited: %3</source>
            <translation>等待中：%1 为 %2，期望：%3</translation>
        </message>
        <message>
            <source>the number of classifiers</source>
            <translation>分类器数目</translation>
        </message>
        <message>
            <source>done: %1</source>
            <translation>已达成：%1</translation>
        </message>
        <message>
            <source>waiting: nothing has been started yet</source>
            <translation>等待中：尚未开始训练</translation>
        </message>
        <message>
            <source>waiting: this run has no classifier with %1</source>
            <translation>等待中：本次运行没有 %1 的分类器</translation>
        </message>
        <message>
            <source>waiting: %1 has not been measured yet</source>
            <translation>等待中：%1 尚未测量</translation>
        </message>
        <message>
            <source>preset %1</source>
            <translation>预设 %1</translation>
        </message>
        <message>
            <source>Start with these settings</source>
            <translation>以这些设置开始</translation>
        </message>
        <message>
            <source>Start &quot;%1&quot;</source>
            <translation>开始“%1”</translation>
        </message>
        <message>
            <source>Start the training</source>
            <translation>开始训练</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LessonView</name>
        <message>
            <source>step %1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>Begins a new run with: %1</source>
            <translation>以下列设置开始新的运行：%1</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Close the lesson (Esc); it goes on here next time</source>
            <translation>关闭课程（Esc），下次从这里继续</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::QuestionView</name>
        <message>
            <source>Answer</source>
            <translation>回答</translation>
        </message>
        <message>
            <source>right: %1</source>
            <translation>正确：%1</translation>
        </message>
        <message>
            <source>Right.</source>
            <translation>正确。</translation>
        </message>
        <message>
            <source>Not quite.</source>
            <translation>不完全对。</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LessonMenu</name>
        <message>
            <source>about %1 min</source>
            <translation>约 %1 分钟</translation>
        </message>
        <message>
            <source>You have finished it.</source>
            <translation>您已学完。</translation>
        </message>
        <message>
            <source>Your own</source>
            <translation>您自己的</translation>
        </message>
        <message>
            <source>&amp;Write a lesson…</source>
            <translation>编写课程(&amp;W)…</translation>
        </message>
        <message>
            <source>Show the &amp;folder of your lessons</source>
            <translation>打开您的课程文件夹(&amp;F)</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::LessonEditor</name>
        <message>
            <source>Write a lesson</source>
            <translation>编写课程</translation>
        </message>
        <message>
            <source>%1, English</source>
            <translation>%1（英文）</translation>
        </message>
        <message>
            <source>%1, Chinese</source>
            <translation>%1（中文）</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>In a sentence</source>
            <translation>一句话介绍</translation>
        </message>
        <message>
            <source>Name of the file</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>Small letters, digits and &quot;-&quot;; `sparring --lesson NAME` opens it</source>
            <translation>小写字母、数字和“-”；用 `sparring --lesson NAME` 打开</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Another step</source>
            <translation>添加一步</translation>
        </message>
        <message>
            <source>Remove the step</source>
            <translation>删除这一步</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>**bold**, *italic*, `code`; an empty line ends a paragraph; lines with &quot;- &quot; are a list</source>
            <translation>**粗体**、*斜体*、`代码`；空行结束段落；以“- ”开头的行是列表</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>key=value; key=value</source>
            <translation>key=value; key=value</translation>
        </message>
        <message>
            <source>Take the present settings</source>
            <translation>取当前设置</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Take the present page</source>
            <translation>取当前页面</translation>
        </message>
        <message>
            <source>Page to show</source>
            <translation>显示的页面</translation>
        </message>
        <message>
            <source>Point at</source>
            <translation>指向</translation>
        </message>
        <message>
            <source>step &gt;= 500, phase = joint, finished, clean &gt; 90 %</source>
            <translation>step &gt;= 500, phase = joint, finished, clean &gt; 90 %</translation>
        </message>
        <message>
            <source>Test it now</source>
            <translation>立即测试</translation>
        </message>
        <message>
            <source>Wait for</source>
            <translation>等待条件</translation>
        </message>
        <message>
            <source>A question</source>
            <translation>提问</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>正确</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation>解释</translation>
        </message>
        <message>
            <source>Begin with…</source>
            <translation>以…为起点</translation>
        </message>
        <message>
            <source>Preview the step</source>
            <translation>预览这一步</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>(no text yet)</source>
            <translation>（还没有正文）</translation>
        </message>
        <message>
            <source>A lesson has one step at least.</source>
            <translation>课程至少有一步。</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::SaveSettings</name>
        <message>
            <source>Save settings</source>
            <translation>保存设置</translation>
        </message>
        <message>
            <source>A note for whoever opens them (optional): what to do, what to find out.</source>
            <translation>给打开者的说明（可选）：要做什么，要弄清什么。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>**bold**, *italic*, `code`; an empty line ends a paragraph</source>
            <translation>**粗体**、*斜体*、`代码`；空行结束段落</translation>
        </message>
        <message>
            <source>Open the page &quot;%1&quot; with them</source>
            <translation>同时打开“%1”页面</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::Tour</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Skip the tour</source>
            <translation>跳过导览</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一个</translation>
        </message>
    </context>
    <context>
        <name>sparring::ui::CoachPanel</name>
        <message>
            <source>Coach</source>
            <translation>教练</translation>
        </message>
        <message>
            <source>Nothing to be said: this run shows none of the signs that the coach knows.</source>
            <translation>没有要说的：这次训练没有出现教练所知道的任何迹象。</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Ctrl+Z takes it back.</source>
            <translation>Ctrl+Z 可撤销。</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>暂不</translation>
        </message>
        <message>
            <source>Say no more of this sign of this run</source>
            <translation>对这次训练不再提这个迹象</translation>
        </message>
        <message>
            <source>Not now: %1</source>
            <translation>暂不：%1</translation>
        </message>
        <message>
            <source>Continue from step %1</source>
            <translation>从第 %1 步继续</translation>
        </message>
        <message>
            <source>Apply now</source>
            <translation>立即采用</translation>
        </message>
        <message>
            <source>Apply to the next run</source>
            <translation>用于下一次训练</translation>
        </message>
    </context>
</TS>
